package io.parvis.edge.value;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.IDNA.Info;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of hosts, by IDNA 2008 as UTS #46 brings it to names that people type: faß.de and fass.de are two domains,
 * BÜCHER.de, bücher.de and xn--bcher-kva.de are one.
 */
public final class Domain {

    private static final int MAX_LENGTH = 253;

    /** Longer ones are none in any form, and ICU does not take labels of any length. */
    private static final int MAX_TYPED = 1_000;

    private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    /** Labels with hyphens in the third and fourth place are reserved by IDNA, but exist in practice. */
    private static final Set<IDNA.Error> PASSED_OVER = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private Domain() {}

    /** The form in which domains are compared: ASCII, lower-case. @return null where it is no domain */
    public static @Nullable String ascii(String domain) {
        if (domain.length() > MAX_TYPED) {
            return null;
        }
        var result = new StringBuilder();
        var info = new Info();
        RULES.nameToASCII(domain, result, info);
        boolean isDomain = !result.isEmpty()
                && result.length() <= MAX_LENGTH
                && result.charAt(result.length() - 1) != '.'
                && PASSED_OVER.containsAll(info.getErrors());
        return isDomain ? result.toString().toLowerCase(Locale.ROOT) : null;
    }

    /** A domain in the script of its owner; what is none, as it is. */
    public static String unicode(String domain) {
        if (domain.length() > MAX_TYPED) {
            return domain;
        }
        var result = new StringBuilder();
        var info = new Info();
        RULES.nameToUnicode(domain, result, info);
        return PASSED_OVER.containsAll(info.getErrors()) ? result.toString() : domain;
    }
}
