package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.social.SocialSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "",
                "-corp",
                "corp-",
                "Corp",
                "co rp",
                "corp/../x",
                "c\u00f6rp",
                "corp\n",
                "a23456789012345678901234567890x"
            })
    void a_name_that_cannot_stand_in_paths_and_keys_is_refused_with_a_sentence(String name) {
        assertThatThrownBy(() -> SocialSettings.of(TestSocialProvider.named(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("begins and ends with a letter or digit")
                .hasMessageContaining("\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "corp", "my-corp-2", "a2345678901234567890123456789x"})
    void ordinary_names_are_taken(String name) {
        assertThatCode(() -> SocialSettings.of(TestSocialProvider.named(name))).doesNotThrowAnyException();
    }

    @Test
    void two_providers_have_two_names() {
        assertThatThrownBy(() -> SocialSettings.of(TestSocialProvider.named("corp"), TestSocialProvider.named("corp")))
                .hasMessageContaining("two providers have the name corp");
    }
}
