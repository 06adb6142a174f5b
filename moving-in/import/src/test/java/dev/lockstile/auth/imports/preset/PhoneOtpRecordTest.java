package dev.lockstile.auth.imports.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.internal.mapping.Reading;
import dev.lockstile.auth.imports.source.SourceRow;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of a record of the phone-number user collection. */
class PhoneOtpRecordTest {

    private static final Reading READING =
            new Reading(IdentifierRules.standard(), null, Instant.parse("2026-03-01T00:00:00Z"));

    @ParameterizedTest
    @CsvSource({"P, public", "O, private", "F, friends", "X, friends", "p, friends"})
    void the_letter_of_visibility_is_told_in_a_word_and_another_letter_is_the_default(String letter, String word) {
        assertThat(user(Map.of("profile_settings", letter)).about().settings().value("profile_visibility"))
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "true, true", "false, false"})
    void each_switch_of_notifications_is_read_by_itself(boolean email, boolean push) {
        UserDraft user = user(Map.of("email_notification", Map.of("all", email), "push_notification", number(push)));
        assertThat(user.about().settings().value("email_notifications")).isEqualTo(email);
        assertThat(user.about().settings().value("push_notifications")).isEqualTo(push);
    }

    @ParameterizedTest
    @CsvSource({"email_notifications", "push_notifications"})
    void a_record_without_switches_has_both_on(String switched) {
        assertThat(user(Map.of()).about().settings().value(switched)).isEqualTo(true);
        assertThat(user(Map.of()).about().settings().value("profile_visibility"))
                .isEqualTo("friends");
    }

    @Test
    void the_mark_of_a_premium_member_stands_in_the_settings_of_the_profile() {
        assertThat(user(Map.of("is_premium_member", true)).about().settings().value("is_premium_member"))
                .isEqualTo(true);
        assertThat(user(Map.of()).about().settings().value("is_premium_member")).isNull();
    }

    private static Map<String, Object> number(boolean on) {
        return Map.of("all", on ? 1 : 0);
    }

    private static UserDraft user(Map<String, ?> cells) {
        return new PhoneOtpRecord(READING).user(new SourceRow("65f0c0ffee0000000000000a", cells));
    }
}
