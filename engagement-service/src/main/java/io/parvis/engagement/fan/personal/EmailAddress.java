package io.parvis.engagement.fan.personal;

import com.ibm.icu.text.SpoofChecker;
import io.parvis.edge.value.Domain;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an e-mail address is, and when two of them reach the same person, as far as can be known from outside: case never
 * tells two people apart, a domain may be written in its own script or in ASCII, and some providers say that they deliver
 * what follows a plus sign, or with other dots, to the same mailbox. Of others that is not assumed: it could take two
 * people for one.
 */
public final class EmailAddress {

    /** Of RFC 5321, in octets; a local part has 64 at most. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL = 64;

    /** Dot-atoms of RFC 5322, with the letters of all scripts (RFC 6531): no quotes, no blanks, no dot at an end. */
    private static final Pattern LOCAL =
            Pattern.compile("[^\\s\\p{Cc}\"(),:;<>@\\[\\]\\\\.]++(?:\\.[^\\s\\p{Cc}\"(),:;<>@\\[\\]\\\\.]++)*+");

    /** No address of the network: those end in a number. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]++");

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
    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();

    private EmailAddress() {}

    /** Whether mail can be sent there, as far as its form tells. */
    public static boolean isValid(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0 || octets(address) > MAX_LENGTH) {
            return false;
        }
        var local = address.substring(0, at);
        var domain = Domain.ascii(address.substring(at + 1));
        return octets(local) <= MAX_LOCAL
                && LOCAL.matcher(local).matches()
                && LOCAL.matcher(compatible(local)).matches()
                && domain != null
                && isBelowATopLevel(domain)
                && octets(local) + 1 + domain.length() <= MAX_LENGTH;
    }

    private static boolean isBelowATopLevel(String domain) {
        int dot = domain.lastIndexOf('.');
        var topLevel = domain.substring(dot + 1);
        return dot > 0 && topLevel.length() > 1 && !NUMBER.matcher(topLevel).matches();
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A text that is the same for addresses of one mailbox; not an address to write to. */
    public static String mailbox(String address) {
        var text = compatible(address.strip());
        int at = text.lastIndexOf('@');
        var ascii = Domain.ascii(text.substring(at + 1));
        // What was taken before that is no domain is still itself.
        return mailbox(
                text.substring(0, at), ascii == null ? text.substring(at + 1).toLowerCase(Locale.ROOT) : ascii);
    }

    /** @param ascii the domain, in the form in which domains are compared */
    static String mailbox(String localPart, String ascii) {
        var domain = SAME_MAILBOX.getOrDefault(ascii, ascii);
        var local = localPart.toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        if (plus > 0 && PLUS_IS_A_LABEL.contains(domain)) {
            local = local.substring(0, plus);
        }
        if (DOTS_DO_NOT_MATTER.contains(domain)) {
            local = DOT.matcher(local).replaceAll("");
        }
        return local + "@" + domain;
    }

    /**
     * Whether it is written in other letters than ASCII's and reads as if it were in them, as with a Cyrillic а (Unicode
     * confusables). It is a mailbox of its own.
     */
    public static boolean isLookalike(String address) {
        int at = address.lastIndexOf('@');
        var read = compatible(address.substring(0, at + 1) + Domain.unicode(address.substring(at + 1)));
        return !isAscii(read) && isAscii(LOOKS.getSkeleton(read));
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /** Full-width letters and the like are those of the keyboard. */
    static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
