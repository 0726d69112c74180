package io.parvis.launcher;

import java.nio.file.Path;

/** Where everything stands that the launcher writes. */
record VarFolder(Path path) {

    Path devFile() {
        return path.resolve("dev.json");
    }

    Path lock() {
        return path.resolve("lock");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    Path pids() {
        return path.resolve("pids");
    }

    Path secrets() {
        return path.resolve("secrets");
    }

    /** Which secrets were made here: kept apart from them, since it tells that one is gone. */
    Path secretsMade() {
        return path.resolve("secrets-made");
    }

    /** PostgreSQL's data. */
    Path postgres() {
        return path.resolve("postgres");
    }

    /** Erasures, noted beside the database. */
    Path erasures() {
        return path.resolve("erasures");
    }

    /** PostgreSQL's programs, which {@code --fresh} keeps. */
    Path programs() {
        return path.resolve("programs");
    }

    Path aotCaches() {
        return path.resolve("aot");
    }
}
