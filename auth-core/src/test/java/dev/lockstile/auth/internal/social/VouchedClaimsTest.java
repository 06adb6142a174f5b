package dev.lockstile.auth.internal.social;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.model.SocialIdentity;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialPerson.Names;
import dev.lockstile.auth.social.SocialProvider;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of the claims of a provider, and what is left out. */
final class VouchedClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final SocialProvider CORP = (SocialProvider) Proxy.newProxyInstance(
            SocialProvider.class.getClassLoader(),
            new Class<?>[] {SocialProvider.class},
            (self, method, arguments) -> "corp");
    private static final Names ANA = new Names("Ana Ruiz", "Ana", "Ruiz");

    @Test
    void what_fits_is_kept_as_it_was_told() {
        VouchedPerson kept = kept("1", "ana@acme.example", ANA, NOW.minusSeconds(5));
        assertThat(kept.identity())
                .isEqualTo(
                        new SocialIdentity("corp", "https://corp.example", "1", "ana@acme.example", true, null, null));
        assertThat(kept.person()).isEqualTo(new Person("Ana", "Ruiz", null, null, null));
        assertThat(kept.provenAt()).isEqualTo(NOW.minusSeconds(5));
        assertThat(kept).hasToString("VouchedPerson[corp]");
    }

    @Test
    void an_id_that_no_table_holds_is_refused_and_the_longest_is_not() {
        assertThat(of("https://corp.example", "1".repeat(255), null, ANA, null)).isPresent();
        for (String id : List.of("", " ", "1".repeat(256), "a\u0000", "a\n", "\ud83d\ude00", "\ud83d")) {
            assertThat(of("https://corp.example", id, null, ANA, null)).as(id).isEmpty();
            assertThat(of(id, "1", null, ANA, null)).as(id).isEmpty();
        }
    }

    @Test
    void an_address_that_is_none_is_left_out() {
        assertThat(kept("1", "a".repeat(254), ANA, null).email()).hasSize(254);
        for (String address : List.of("", " ", "a".repeat(255), "ana@acme.example\nBcc: eve@acme.example")) {
            assertThat(kept("1", address, ANA, null).email()).as(address).isNull();
        }
        assertThat(kept("1", null, ANA, null).email()).isNull();
    }

    @Test
    void names_lose_what_is_no_letter_and_are_cut() {
        VouchedPerson odd = kept("1", null, new Names(null, "A\u0000na\ud83d", " \n"), null);
        assertThat(odd.person()).isEqualTo(new Person("Ana", null, null, null, null));
        assertThat(kept("1", null, new Names(null, "a".repeat(61), null), null).given())
                .hasSize(60);
    }

    @Test
    void the_whole_name_stands_for_the_given_one_where_both_parts_are_missing() {
        assertThat(kept("1", null, new Names("Ana Ruiz", null, null), null).given())
                .isEqualTo("Ana Ruiz");
        assertThat(kept("1", null, new Names("Ana Ruiz", null, "Ruiz"), null).given())
                .isNull();
    }

    @Test
    void a_time_of_proof_that_cannot_be_is_not_believed() {
        Duration skew = ProviderClock.SKEW;
        assertThat(kept("1", null, ANA, Instant.EPOCH).provenAt()).isEqualTo(Instant.EPOCH);
        assertThat(kept("1", null, ANA, Instant.EPOCH.minusNanos(1)).provenAt()).isNull();
        assertThat(kept("1", null, ANA, NOW.plus(skew)).provenAt()).isEqualTo(NOW);
        assertThat(kept("1", null, ANA, NOW.plus(skew).plusNanos(1)).provenAt()).isNull();
        assertThat(kept("1", null, ANA, null).provenAt()).isNull();
    }

    private static VouchedPerson kept(String subject, String email, Names names, Instant provenAt) {
        return of("https://corp.example", subject, email, names, provenAt).orElseThrow();
    }

    private static Optional<VouchedPerson> of(
            String issuer, String subject, String email, Names names, Instant provenAt) {
        return VouchedPerson.of(
                CORP, new SocialPerson(issuer, subject, email, true, names, null, NOW, "d", provenAt), NOW);
    }
}
