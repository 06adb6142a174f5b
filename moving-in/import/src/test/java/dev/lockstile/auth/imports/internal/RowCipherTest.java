package dev.lockstile.auth.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.secret.Secret;
import org.junit.jupiter.api.Test;

/** Rows that were sealed under an older key stay readable, and a missing key is named. */
final class RowCipherTest {

    private static final String PLACE = "run-1|users|7";

    private final Secret old = AuthKeys.generate().importKey();
    private final Secret next = AuthKeys.generate().importKey();

    @Test
    void a_new_key_opens_what_the_old_one_sealed_as_long_as_that_one_is_given() {
        String sealed = new RowCipher(old).seal(PLACE, "row");
        RowCipher rotated = new RowCipher(SymmetricKeys.joined(next, old));
        assertThat(rotated.open(PLACE, sealed)).contains("row");
        assertThat(new RowCipher(next).open(PLACE, rotated.seal(PLACE, "newer")))
                .contains("newer");
        assertThat(new RowCipher(next).open(PLACE, sealed)).isEmpty();
        assertThat(new RowCipher(next).unknownKey(sealed))
                .contains(SymmetricKeys.of(old).current().id());
        assertThat(rotated.unknownKey(sealed)).isEmpty();
    }

    @Test
    void what_was_sealed_before_keys_had_ids_opens_under_any_of_the_keys() {
        String sealed = new RowCipher(old).seal(PLACE, "row");
        String unnamed = "v1." + sealed.substring(sealed.lastIndexOf('.') + 1);
        assertThat(RowCipher.isSealed(unnamed)).isTrue();
        assertThat(new RowCipher(SymmetricKeys.joined(next, old)).open(PLACE, unnamed))
                .contains("row");
        assertThat(new RowCipher(next).open(PLACE, unnamed)).isEmpty();
        assertThat(new RowCipher(next).unknownKey(unnamed)).isEmpty();
    }

    @Test
    void rows_sealed_by_an_earlier_version_open() {
        RowCipher seal = new RowCipher(Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"));
        String named = "v2.f8sPsylE.3blxHEtD6lat8V1MUsgzpWU4Al4VOvlNtIRug-eS5p4dnPeQE-61Ow";
        String unnamed = "v1." + named.substring(named.lastIndexOf('.') + 1);
        String now = "v2.f8sPsylE.Jks-506eKDWy_Hd569kh3XOvh50rS9N-vmnXjYCXxcYO9noD5aG_3w";
        assertThat(seal.seal(PLACE, "row 7, Café")).isEqualTo(now);
        assertThat(seal.open(PLACE, now)).contains("row 7, Café");
        assertThat(seal.open(PLACE, named)).contains("row 7, Café");
        assertThat(seal.open(PLACE, unnamed)).contains("row 7, Café");
    }

    @Test
    void another_place_a_changed_text_and_nonsense_open_nothing() {
        RowCipher seal = new RowCipher(old);
        String sealed = seal.seal(PLACE, "row");
        assertThat(seal.open("run-1|users|8", sealed)).isEmpty();
        assertThat(seal.open(PLACE, sealed.substring(0, sealed.length() - 3) + "AAA"))
                .isEmpty();
        for (String nonsense : new String[] {"v1.", "v2.", "v2..", "v2.x", "v1.AAAA", "v2.AbCdEfGh.AAAA"}) {
            assertThat(seal.open(PLACE, nonsense)).as(nonsense).isEmpty();
        }
        assertThatThrownBy(() -> new RowCipher(Secret.of("c2hvcnQ"))).isInstanceOf(IllegalArgumentException.class);
    }
}
