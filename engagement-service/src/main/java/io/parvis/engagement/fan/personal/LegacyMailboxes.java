package io.parvis.engagement.fan.personal;

import io.parvis.edge.value.Domain;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What an address was compared by while domains were compared by IDNA 2003, which takes ß for ss and ς for σ and drops
 * joiners: one text then stood for what are several mailboxes.
 */
final class LegacyMailboxes {

    private LegacyMailboxes() {}

    /** Those that are not {@link EmailAddress#mailbox} of it today; none for nearly all addresses. */
    static List<String> of(String address) {
        var text = EmailAddress.compatible(address.strip());
        int at = text.lastIndexOf('@');
        var local = text.substring(0, at);
        var domain = text.substring(at + 1);
        var now = EmailAddress.mailbox(address);
        // Whoever writes a domain in ASCII today may have written it in its own script then.
        return Stream.of(domain, Domain.unicode(domain))
                .map(written -> EmailAddress.mailbox(local, ascii(written)))
                .distinct()
                .filter(mailbox -> !mailbox.equals(now))
                .toList();
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return domain.toLowerCase(Locale.ROOT);
        }
    }
}
