package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.DjangoPreset;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.FactorMapping.AllauthCodes;
import dev.lockstile.auth.imports.preset.Preset;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.State;
import dev.lockstile.auth.imports.report.VerifiedRows;
import dev.lockstile.auth.imports.report.VerifyReport;
import dev.lockstile.auth.imports.rollback.RunRollback;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.AllauthRow;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.outcome.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Passkeys of django-allauth come along for the same relying party. */
abstract class PasskeyImportContract extends FactorImportFixture {

    @Test
    void a_passkey_of_the_same_relying_party_comes_along_and_any_other_locks() {
        django.user(1).authenticator(1, 1, "webauthn", AllauthRow.passkey("acme.example", 0x26));
        django.user(2).authenticator(2, 2, "webauthn", AllauthRow.passkey("other.example", 0x26));
        django.user(3).authenticator(3, 3, "webauthn", AllauthRow.passkey("acme.example", 0x20));
        django.user(4).authenticator(4, 4, "webauthn", "{\"credential\": {}}");
        Preset preset = DjangoPreset.standard()
                .withFactors(FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example")));

        ImportReport report = run(preset, ImportOptions.defaults().withEmailsTrusted());

        assertThat(report.entities().get("passkeys").in(State.CREATED)).isOne();
        assertThat(report.warnings())
                .containsEntry("passkey_other_relying_party", 1L)
                .containsEntry("passkey_key", 1L)
                .containsEntry("passkey_unreadable", 1L)
                .containsEntry("second_factor_locked", 3L);
        assertThat(host.rows("select user_handle, sign_count, name from auth_passkey"))
                .containsExactly(Map.of("user_handle", "MQ", "sign_count", "0", "name", "Laptop"));
        for (int id = 1; id <= 4; id++) {
            assertThat(login(id)).isInstanceOf(Outcome.SecondFactorRequired.class);
        }
        try (Source source = django.source()) {
            VerifyReport verified = new Verification(app.target(), ImportOptions.defaults()).run(source, preset);
            assertThat(verified.rows("passkeys").in(VerifiedRows.EQUAL)).isOne();
        }
    }

    @Test
    void a_passkey_of_somebody_without_a_proven_address_stays_out_and_the_account_is_not_open() {
        django.user(1).authenticator(1, 1, "webauthn", AllauthRow.passkey("acme.example", 0x26));
        django.user(2)
                .authenticator(2, 2, "webauthn", AllauthRow.passkey("acme.example", 0x26))
                .authenticator(3, 2, "totp", "{\"secret\": \"" + BASE32 + "\"}");
        Preset preset = DjangoPreset.standard()
                .withFactors(FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example")));

        ImportReport report = run(preset, ImportOptions.defaults());

        assertThat(report.entities().get("passkeys").byReason()).containsEntry("passkey_unproven_address", 2L);
        assertThat(report.warnings())
                .containsEntry("passkey_unproven_address", 2L)
                .containsEntry("second_factor_locked", 1L);
        assertThat(host.count("select count(*) from auth_passkey")).isZero();
        assertThat(login(1)).isInstanceOf(Outcome.SecondFactorRequired.class);
        assertThat(entersWith(2, generator().code())).isTrue();
        assertThat(run(preset, ImportOptions.defaults()).warnings()).containsEntry("passkey_unproven_address", 2L);
    }

    @Test
    void a_rollback_takes_a_passkey_back_with_its_owner() {
        django.user(1).authenticator(1, 1, "webauthn", AllauthRow.passkey("acme.example", 0x26));
        ImportReport report = run(
                DjangoPreset.standard()
                        .withFactors(FactorMapping.allauth(AllauthCodes.STANDARD.withPasskeysOf("acme.example"))),
                ImportOptions.defaults().withEmailsTrusted());
        assertThat(host.count("select count(*) from auth_passkey")).isOne();

        new RunRollback(host.store(), app.clock).run(report.run().runId(), quarantine::add);

        assertThat(host.count("select count(*) from auth_passkey")).isZero();
        assertThat(host.count("select count(*) from auth_user")).isZero();
    }
}
