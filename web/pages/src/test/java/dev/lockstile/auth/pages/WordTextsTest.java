package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.model.SessionState;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word of the library that a list of the administration shows has a text in every language. */
class WordTextsTest {

    static Stream<String> words() {
        Stream<Enum<?>> constants = Stream.<Enum<?>[]>of(
                        MessageKind.values(),
                        SessionState.EndReason.values(),
                        Channel.values(),
                        ClientKind.values(),
                        MessageOutcome.Status.values())
                .flatMap(Arrays::stream);
        Stream<String> purposes = Arrays.stream(CodePurpose.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> field.getName());
        return Stream.of(
                        constants.map(Enum::name),
                        purposes,
                        Stream.of("running", "finished", "failed", "rolled_back"),
                        actsOfStaff())
                .flatMap(all -> all)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct();
    }

    /** Details of entries of the trail. */
    private static Stream<String> actsOfStaff() {
        return Stream.of(
                "all_sessions_ended",
                "api_key_revoked",
                "invitation_revoked",
                "invitation_sent",
                "password_reset_requested",
                "role_changed",
                "one_session_ended",
                "sessions_ended",
                "settings_changed");
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_word_has_a_text_in_every_language(String word) {
        for (String language : Texts.LANGUAGES) {
            assertThat(Texts.all().get(language).has("word." + word))
                    .as(language)
                    .isTrue();
        }
    }
}
