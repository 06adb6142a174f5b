package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.imports.preset.FactorMapping;
import dev.lockstile.auth.imports.preset.OldTotp;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Second factors in the tables of known systems come along, or lock the account. */
abstract class SystemFactorsContract extends OldFactorFixture {

    private static final String OTTO = "otto-river-8821";
    private static final String BEA = "asp-river-8821";

    @Test
    void an_application_of_keycloak_comes_with_its_owner() {
        come("keycloak", script("10-keycloak-otp-credential/source.sql"));
        assertThat(asked("otto@acme.example", OTTO)).containsExactly(FactorKind.TOTP);
        // The bytes of PJQ3LDFHEGSAKDFD2233 in base32.
        TotpGenerator app = TotpGenerator.of("KBFFCM2MIRDEQRKHKNAUWRCGIQZDEMZT", this.app.clock);
        assertThat(entersWith("otto@acme.example", OTTO, app.code())).isTrue();
    }

    @Test
    void other_factors_of_keycloak_lock_the_account() {
        String script = text("10-keycloak-otp-credential/source.sql");
        String[][] others = {
            {"otp", "\"subType\":\"totp\",\"digits\":8"},
            {"otp", "\"subType\":\"hotp\",\"digits\":6"},
            {"webauthn", ""},
            {"recovery-authn-codes", ""}
        };
        for (String[] other : others) {
            String changed = script.replace("'k5','otp'", "'k5','" + other[0] + "'");
            Supplier<Source> source = database(
                    other[1].isEmpty() ? changed : changed.replace("\"subType\":\"totp\",\"digits\":6", other[1]));
            come("keycloak", source);
            assertThat(isLocked("otto@acme.example", OTTO))
                    .as(String.join(" ", other))
                    .isTrue();
            host.close();
            open();
            openNode();
        }
    }

    @Test
    void an_application_of_aspnet_comes_with_its_owner_and_its_recovery_codes() {
        ImportReport report = come(
                "aspnet-identity",
                database(text("11-aspnet-two-factor-enabled/source.sql")
                                .replace("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", BASE32)
                        + "insert into \"AspNetUserTokens\" values('a1','[AspNetUserStore]','RecoveryCodes',"
                        + "'ABCDE-FGHJK;LMNPQ-RSTVW');\n"
                        + "insert into \"AspNetUserTokens\" values('a2','[AspNetUserStore]','AuthenticatorKey','"
                        + BASE32 + "');\n"));
        assertThat(asked("bea@acme.example", BEA)).containsExactly(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
        assertThat(entersWith("bea@acme.example", BEA, generator().code())).isTrue();
        assertThat(enters("bea@acme.example", BEA, new FactorProof.RecoveryCode(Secret.of("abcde-fghjk"))))
                .isTrue();
        assertThat(login("newname@acme.example", BEA)).isInstanceOf(Outcome.Done.class);
        assertThat(report.warnings()).containsEntry("factor_unconfirmed", 1L);
    }

    @Test
    void an_account_of_aspnet_that_is_asked_for_codes_by_message_is_locked() {
        come(
                "aspnet-identity",
                database(text("11-aspnet-two-factor-enabled/source.sql").replace("'AuthenticatorKey'", "'Other'")));
        assertThat(isLocked("bea@acme.example", BEA)).isTrue();
    }

    @Test
    void a_host_that_can_decrypt_a_secret_in_the_row_brings_the_application_along() {
        Supplier<Source> laravel = database("create table users(id bigint primary key, email varchar, password varchar,"
                + " two_factor_secret varchar);\n"
                + "insert into users values(1,'l1@acme.example','" + BCRYPT + "','sealed:" + BASE32 + "');\n"
                + "insert into users values(2,'l2@acme.example','" + BCRYPT + "',null);\n"
                + "insert into users values(3,'l3@acme.example','" + BCRYPT + "','damaged');\n");
        come(
                Presets.named("laravel", null).withFactors(FactorMapping.totp("users", "id", row -> {
                    String sealed = (String) row.cell("two_factor_secret");
                    return sealed == null ? null : OldTotp.ofBase32(sealed.replaceFirst("^sealed:", ""));
                })),
                laravel);
        assertThat(entersWith("l1@acme.example", WORD, generator().code())).isTrue();
        assertThat(login("l2@acme.example", WORD)).isInstanceOf(Outcome.Done.class);
        assertThat(isLocked("l3@acme.example", WORD)).isTrue();
    }

    @Test
    void factors_of_wordpress_come_along_or_lock() {
        come("wordpress", wordPress());
        assertThat(entersWith("w1", WORD, generator().code())).isTrue();
        assertThat(isLocked("w2", WORD)).isTrue();
        assertThat(login("w3", WORD)).isInstanceOf(Outcome.Done.class);
    }

    private Supplier<Source> wordPress() {
        StringBuilder script = new StringBuilder(
                "create table wp_users(id bigint primary key, user_login varchar(60), user_pass varchar(255),"
                        + " user_email varchar(100), user_registered timestamp, display_name varchar(250));\n"
                        + "create table wp_usermeta(umeta_id bigint primary key, user_id bigint, meta_key varchar(255),"
                        + " meta_value varchar);\n");
        for (int id = 1; id <= 3; id++) {
            script.append("insert into wp_users values(" + id + ",'w" + id + "','" + BCRYPT + "','w" + id
                    + "@acme.example','2024-01-01 00:00:00','W');\n");
        }
        String[] metas = {
            "1,1,'_two_factor_enabled_providers','a:2:{i:0;s:15:\"Two_Factor_Totp\";i:1;s:23:\"Two_Factor_Backup_Codes\";}'",
            "2,1,'_two_factor_totp_key','" + BASE32 + "'",
            "3,2,'_two_factor_enabled_providers','a:1:{i:0;s:16:\"Two_Factor_Email\";}'",
            "4,3,'_two_factor_enabled_providers','a:0:{}'",
            "5,3,'_two_factor_totp_key','" + BASE32 + "'"
        };
        for (String meta : metas) {
            script.append("insert into wp_usermeta values(").append(meta).append(");\n");
        }
        return database(script.toString());
    }
}
