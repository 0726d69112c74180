package io.parvis.torture.history;

/** What a client knows after an attempt. */
public sealed interface RequestOutcome {

    /**
     * It was done, or had been.
     *
     * @param status 201 where something was created by it; 200 and 204 also where all was there already
     * @param id of what was created or found; empty where none was told
     * @param position as told in {@code Parvis-Position}; 0 where none was told (a line of a stream)
     */
    record Acknowledged(int status, String id, long position) implements RequestOutcome {

        static final int CREATED = 201;

        public boolean created() {
            return status == CREATED;
        }
    }

    /**
     * It was not done, and the answer says so.
     *
     * @param status 0 where no connection could be made
     * @param problem the last segment of the problem's type
     */
    record Refused(int status, String problem) implements RequestOutcome {}

    /** Whether it was done is not known: no answer, half an answer, or one that says so. */
    record Unknown(String why) implements RequestOutcome {}
}
