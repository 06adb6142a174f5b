package dev.lockstile.auth.internal.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.store.SocialStore.SocialKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What browsers left waiting before an upgrade is read after it: both versions run side by side for a while. */
class VouchedPersonTest {

    private static final String OLDER =
            String.join("\u001f", "corp", "https://corp.example", "1", "ana@acme.example", "true", "Ana", "");

    private final VouchedPerson ana = new VouchedPerson(
            new SocialKey("corp", "https://corp.example", "1"), "ana@acme.example", true, "Ana", null, null);

    @Test
    void one_that_was_written_without_the_time_of_the_proof_has_none() {
        assertThat(VouchedPerson.read(OLDER)).contains(ana);
    }

    @Test
    void one_with_it_is_read_as_it_was_written() {
        VouchedPerson whole =
                new VouchedPerson(ana.key(), null, false, "Ana", "Ruiz", Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(List.of(ana, whole))
                .allSatisfy(
                        person -> assertThat(VouchedPerson.read(person.text())).contains(person));
    }

    @Test
    void a_text_with_fewer_or_more_fields_is_nobody() {
        String cut = OLDER.substring(0, OLDER.lastIndexOf('\u001f'));
        for (String text : List.of("", "corp", cut, ana.text() + "\u001f\u001f\u001f\u001f")) {
            assertThat(VouchedPerson.read(text)).as(text).isEqualTo(Optional.empty());
        }
    }
}
