package io.parvis.engagement.fan.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "Anne.Martin@Example.ORG, anne.martin@example.org",
        "anne@MÜNCHEN.example, anne@xn--mnchen-3ya.example",
        "a.n.n.e+contest@gmail.com, anne@gmail.com",
        "Anne@googlemail.com, anne@gmail.com",
        "anne+tag@outlook.com, anne@outlook.com",
        "ａnne@example.org, anne@example.org"
    })
    void knowsTheSameMailboxWrittenOtherwise(String one, String other) {
        assertThat(EmailAddress.mailbox(one)).isEqualTo(EmailAddress.mailbox(other));
    }

    @ParameterizedTest
    @CsvSource({
        "a.nne@example.org, anne@example.org",
        "anne+tag@example.org, anne@example.org",
        "a.nne@outlook.com, anne@outlook.com",
        "anne@example.org, anne@example.com",
        "anne@faß.example, anne@fass.example",
        "аnne@example.org, anne@example.org",
        "anne@exampӏe.org, anne@example.org"
    })
    void takesNoTwoPeopleForOne(String one, String other) {
        assertThat(EmailAddress.mailbox(one)).isNotEqualTo(EmailAddress.mailbox(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anne@example.org", "a+b@sub.example.co.uk", "josé@münchen.example", "o'neil@example.org"})
    void admitsAddresses(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anne", "@example.org", "anne@", "anne@example", "a b@example.org", "a@b@example.org", "a@.b"
            })
    void refusesWhatIsNone(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
    }

    @Test
    void keepsALocalPartThatIsOnlyALabel() {
        assertThat(EmailAddress.mailbox("+anne@gmail.com")).isEqualTo("+anne@gmail.com");
    }

    /** They stand in the index of every brand: who is registered must be found again. */
    @ParameterizedTest
    @CsvSource({
        "Anne.Martin@Example.ORG, anne.martin@example.org",
        "josé@MÜNCHEN.example, josé@xn--mnchen-3ya.example",
        "a.n.n.e+x@Googlemail.com, anne@gmail.com",
        "иван@пример.рф, иван@xn--e1afmkfd.xn--p1ai",
        "a+b@sub-domain.example.co.uk, a+b@sub-domain.example.co.uk"
    })
    void keepsTheFormUnderWhichMailboxesAreKnown(String address, String mailbox) {
        assertThat(EmailAddress.mailbox(address)).isEqualTo(mailbox);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "аnna@example.org",
                "рау@example.org",
                "anne@exаmple.org",
                "οlga@example.org",
                "anne@xn--80ak6aa92e.com"
            })
    void flagsWhatLooksLikeAnotherAddress(String address) {
        assertThat(EmailAddress.isLookalike(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"anne@example.org", "zoë@example.org", "иван@пример.рф", "rn@example.org"})
    void flagsNoAddressForItsScript(String address) {
        assertThat(EmailAddress.isLookalike(address)).isFalse();
    }
}
