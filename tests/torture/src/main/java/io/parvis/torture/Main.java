package io.parvis.torture;

import java.nio.file.Path;
import java.util.List;

/** As the script {@code parvis} calls it; ends with 0 only if every property held. */
final class Main {

    private static final int MISUSED = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var root =
                Path.of(System.getProperty("parvis.root", ".")).toAbsolutePath().normalize();
        Plan plan;
        try {
            plan = Arguments.plan(List.of(arguments), root, folder(root));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n" + Arguments.USAGE);
            System.exit(MISUSED);
            return;
        }
        var report = new Torture(plan, System.out).run();
        report.print(System.out);
        System.exit(report.allHold() ? 0 : 1);
    }

    private static Path folder(Path root) {
        return root.resolve(System.getenv().getOrDefault("PARVIS_VAR", "var")).resolve("torture");
    }
}
