package io.parvis.engagement.fan.personal;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When two e-mail addresses reach the same person, as far as can be known from outside: case never tells two people
 * apart, a domain may be written in its own script or in ASCII, and some providers say that they deliver what follows a
 * plus sign, or with other dots, to the same mailbox. Of others that is not assumed: it could take two people for one.
 */
public final class EmailAddress {

    /** At most 254 characters (RFC 5321); one {@code @}, nothing blank, a domain of at least two labels. */
    public static final String PATTERN =
            "[^\\s@\\u0000-\\u001F\\u007F\"(),:;<>\\[\\]\\\\]{1,64}@[^\\s@\\u0000-\\u001F\\u007F]{1,189}\\.[^\\s@.]{2,63}";

    public static final int MAX_LENGTH = 254;

    private static final Set<String> PLUS_IS_A_LABEL = Set.of(
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "icloud.com",
            "me.com",
            "proton.me",
            "protonmail.com",
            "fastmail.com");

    private static final Set<String> DOTS_DO_NOT_MATTER = Set.of("gmail.com");
    private static final Map<String, String> SAME_MAILBOX = Map.of("googlemail.com", "gmail.com");
    private static final Pattern DOT = Pattern.compile(".", Pattern.LITERAL);

    private EmailAddress() {}

    /** A text that is the same for addresses of one mailbox; not an address to write to. */
    public static String mailbox(String address) {
        var text = Normalizer.normalize(address.strip(), Normalizer.Form.NFKC);
        int at = text.lastIndexOf('@');
        var domain = domain(text.substring(at + 1));
        var local = text.substring(0, at).toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        if (plus > 0 && PLUS_IS_A_LABEL.contains(domain)) {
            local = local.substring(0, plus);
        }
        if (DOTS_DO_NOT_MATTER.contains(domain)) {
            local = DOT.matcher(local).replaceAll("");
        }
        return local + "@" + domain;
    }

    private static String domain(String domain) {
        String ascii;
        try {
            ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            ascii = domain.toLowerCase(Locale.ROOT);
        }
        return SAME_MAILBOX.getOrDefault(ascii, ascii);
    }
}
