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
        "anne@example.org, anne@example.com"
    })
    void takesNoTwoPeopleForOne(String one, String other) {
        assertThat(EmailAddress.mailbox(one)).isNotEqualTo(EmailAddress.mailbox(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anne@example.org", "a+b@sub.example.co.uk", "josé@münchen.example", "o'neil@example.org"})
    void admitsAddresses(String address) {
        assertThat(address).matches(EmailAddress.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anne", "@example.org", "anne@", "anne@example", "a b@example.org", "a@b@example.org", "a@.b"
            })
    void refusesWhatIsNone(String text) {
        assertThat(text).doesNotMatch(EmailAddress.PATTERN);
    }

    @Test
    void keepsALocalPartThatIsOnlyALabel() {
        assertThat(EmailAddress.mailbox("+anne@gmail.com")).isEqualTo("+anne@gmail.com");
    }
}
