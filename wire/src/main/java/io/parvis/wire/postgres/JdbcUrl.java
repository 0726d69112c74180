package io.parvis.wire.postgres;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JDBC URL with timeouts. Parameters that it has already stay. */
public final class JdbcUrl {

    private JdbcUrl() {}

    /** @param url with or without {@code jdbc:} before it */
    public static String of(String url, ConnectionTimeouts limits) {
        var waits = new LinkedHashMap<>(Map.of("tcpKeepAlive", "true"));
        waits.put("connectTimeout", seconds(limits.connect()));
        waits.put("loginTimeout", seconds(limits.connect()));
        waits.put("socketTimeout", seconds(limits.answer()));
        var limited = new StringBuilder(url.startsWith("jdbc:") ? "" : "jdbc:")
                .append(url.replaceFirst("^(jdbc:)?postgres:", "$1postgresql:"));
        waits.forEach((name, value) -> {
            if (!url.contains(name + '=')) {
                limited.append(limited.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return limited.toString();
    }

    private static String seconds(Duration limit) {
        return Long.toString(Math.max(1, limit.toSeconds()));
    }
}
