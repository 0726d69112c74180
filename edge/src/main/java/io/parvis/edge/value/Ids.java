package io.parvis.edge.value;

import io.parvis.edge.problem.NotFound;
import java.util.regex.Pattern;

/** The form of ids, as they come with requests. */
public final class Ids {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Ids() {}

    /**
     * Keeps what cannot be an id away from the database.
     *
     * @return the id
     * @throws NotFound where nothing of ours is called that
     */
    public static String valid(String id, String what) {
        if (!VALID.matcher(id).matches()) {
            throw new NotFound(what);
        }
        return id;
    }
}
