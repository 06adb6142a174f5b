package dev.lockstile.auth.imports.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.internal.draft.FactorDraft;
import dev.lockstile.auth.imports.internal.draft.ImportedFactor;
import dev.lockstile.auth.imports.source.Entity;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.SmallDjango;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host says of tables of its own is what their rows mean here. */
final class FactorMappingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final SmallDjango club = SmallDjango.onH2();

    @BeforeEach
    void keep() {
        club.execute(
                "create table member_factor (id int primary key, member_id int, text varchar)",
                "insert into member_factor values (1, 7, '12345678,9')");
    }

    @AfterEach
    void close() {
        club.close();
    }

    @Test
    void recovery_codes_come_in_clear_and_are_in_no_digest() {
        FactorMapping codes = FactorMapping.recoveryCodes(
                "member_factor",
                "member_id",
                row -> List.of(String.valueOf(row.cell("text")).split(",")));

        FactorDraft before = only(codes);
        club.execute("update member_factor set text = '87654321'");

        assertThat(before.origin().entity()).isEqualTo(Entity.RECOVERY_CODE_SETS);
        assertThat(((ImportedFactor.RecoveryCodes) before.factor()).codes())
                .singleElement()
                .satisfies(code -> assertThat(code.reveal()).isEqualTo("12345678"));
        assertThat(only(codes).origin().fingerprint()).isEqualTo(before.origin().fingerprint());
    }

    @Test
    void a_factor_of_another_kind_cannot_be_used() {
        FactorDraft draft = only(FactorMapping.unsupported("member_factor", "member_id"));

        assertThat(draft.origin().entity()).isEqualTo(Entity.OTHER_FACTORS);
        assertThat(draft.factor()).isEqualTo(new ImportedFactor.Unusable("factor_not_supported"));
    }

    @Test
    void an_application_that_nobody_confirmed_is_left_out() {
        FactorDraft draft = only(FactorMapping.totp("member_factor", "member_id", row -> null));

        assertThat(draft.factor()).isEqualTo(new ImportedFactor.LeftOut("factor_unconfirmed"));
    }

    /** The text of such bytes would be read as digits of another secret. */
    @Test
    void a_secret_of_raw_bytes_is_those_bytes_where_people_could_write_them() {
        club.execute(
                "create table member_key (id int primary key, member_id int, secret varbinary(20))",
                "insert into member_key values (1, 7, x'3132333435363738393031323334353637383930')");
        FactorDraft draft = only(FactorMapping.totp(
                "member_key",
                "member_id",
                row -> OldTotp.ofBytes(row.bytes("SECRET").orElseThrow())));

        assertThat(((ImportedFactor.Totp) draft.factor()).secret().reveal())
                .isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void a_passkey_that_cannot_be_read_cannot_be_used() {
        FactorDraft draft = only(FactorMapping.passkeys(
                "member_factor", "member_id", row -> new OldPasskey("", "", "", 0, false, false, "")));

        assertThat(draft.origin().entity()).isEqualTo(Entity.PASSKEYS);
        assertThat(draft.factor()).isEqualTo(new ImportedFactor.Unusable("passkey_unreadable"));
    }

    @Test
    void a_table_that_the_source_does_not_have_holds_none() {
        try (Source source = club.source()) {
            assertThat(FactorMapping.unsupported("member_sms", "member_id").open(source, NOW))
                    .isEmpty();
        }
    }

    private FactorDraft only(FactorMapping mapping) {
        try (Source source = club.source()) {
            List<FactorDraft> found =
                    mapping.open(source, NOW).orElseThrow().of(List.of(7)).get("7");
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
