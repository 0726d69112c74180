package io.parvis.launcher;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.process.StoppingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code up [--fresh]}, as the script {@code parvis} calls it. */
final class Main {

    private static final int FAILED = 1;

    private final Console console = new Console(System.out);
    private volatile boolean stopping;
    /** What the JVM ends with; being told to stop is no failure. */
    private volatile int exitCode;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        new Main().run(List.of(arguments).contains("--fresh"));
        // Everything else happens in other threads, until a signal ends the JVM.
        new CountDownLatch(1).await();
    }

    private void run(boolean fresh) throws InterruptedException {
        try {
            up(fresh);
        } catch (StoppingException e) {
            // Told to stop while starting: the shutdown hook is at work and ends the JVM.
        } catch (LauncherException e) {
            fail(e.sentence());
        } catch (UncheckedIOException e) {
            fail("Parvis cannot go on: " + e.getCause());
        } catch (RuntimeException | Error e) {
            // A fault of the launcher's own: its place in the code is what helps.
            e.printStackTrace();
            fail("Parvis cannot go on: " + e);
        }
    }

    private void up(boolean fresh) throws InterruptedException {
        var root = Path.of(System.getProperty("parvis.root", ".")).toAbsolutePath();
        var settings = LauncherSettings.from(root, System.getenv());
        var lock = LauncherLock.in(settings.var());
        var launcher = new Launcher(settings, console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launcher, lock), "stop"));
        launcher.up(fresh);
    }

    private void fail(String sentence) {
        if (!stopping) {
            console.say(sentence);
            exitCode = FAILED;
            System.exit(FAILED);
        }
    }

    private void stop(Launcher launcher, LauncherLock lock) {
        stopping = true;
        try {
            launcher.down();
            lock.close();
        } catch (UncheckedIOException | IOException e) {
            console.say("While stopping: " + e);
            exitCode = FAILED;
        } finally {
            // Otherwise the JVM would end with the signal's number. The lock ends with the process in any case.
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
