package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.report.ImportReport;
import dev.lockstile.auth.imports.report.QuarantineEntry;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallDjango;
import dev.lockstile.auth.imports.support.SmallLegacy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A planted person with a second factor comes with one by every preset, and waits where the host keeps none. */
final class EveryPresetFactorTest extends OldFactorFixture {

    @Override
    JpaHost openHost() {
        return JpaHost.onH2();
    }

    static List<String> presets() {
        return Presets.names();
    }

    @Test
    void every_preset_has_a_planted_person() {
        assertThat(planted().keySet()).containsExactlyInAnyOrderElementsOf(Presets.names());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void no_preset_lets_an_account_in_by_less_than_the_old_system_asked(String preset) {
        ImportReport report = come(preset, planted().get(preset));
        assertThat(report.people().read()).isEqualTo(2);
        assertThat(host.count("select count(*) from auth_totp where confirmed_at is not null"))
                .as("one of two people has a factor")
                .isOne();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void where_the_host_keeps_no_factors_the_person_waits_in_quarantine(String preset) {
        importing.run(planted().get(preset).get(), Presets.named(preset, null), ImportOptions.defaults());
        assertThat(importing.quarantine()).extracting(QuarantineEntry::reason).contains("second_factor_not_kept");
        assertThat(host.count("select count(*) from auth_user")).isOne();
    }

    /** Two people each, of whom the first has a factor in the form of the system, or in a column that hosts add. */
    private Map<String, Supplier<Source>> planted() {
        Map<String, Supplier<Source>> all = new TreeMap<>();
        all.put("django", SmallDjango.onH2().user(1).totp(1, 1, "00".repeat(20)).user(2)::source);
        SmallLegacy jb = new SmallLegacy().user(1).user(2);
        jb.execute(
                "alter table authentication_user add column mfa_enabled boolean",
                "update authentication_user set mfa_enabled = (id = 1)");
        all.put("jb-drf-auth", jb::source);
        all.put("mongo-phone-otp", file("authapp_usermodel.jsonl", phone(1, true), phone(2, false)));
        all.put(
                "keycloak",
                database(text("10-keycloak-otp-credential/source.sql")
                        + "\ninsert into user_entity(id,username,email,email_verified,realm_id)"
                        + " values('k6','olga','olga@acme.example',true,'r1');\n"));
        all.put(
                "aspnet-identity",
                database(text("11-aspnet-two-factor-enabled/source.sql").replaceAll("(?m)^insert.*'a3'.*$", "")));
        plant(
                all,
                "fastapi-users",
                "users",
                "id,username,email,hashed_password,is_active,totp_secret",
                ",u,m,,true,",
                BASE32);
        plant(all, "devise", "users", "id,email,encrypted_password,otp_required_for_login", ",m,,", "true");
        plant(all, "laravel", "users", "id,email,password,two_factor_secret", ",m,,", "eyJpdiI6IngifQ==");
        plant(all, "authjs", "user", "id,email,password,twoFactorEnabled", ",m,,", "true");
        plant(all, "spring-security", "users", "id,username,password,enabled,mfa_enabled", ",u,,true,", "1");
        plant(all, "wordpress", "wp_users", "ID,user_login,user_pass,user_email,google2fa_secret", ",u,,m,", BASE32);
        return all;
    }

    private void plant(
            Map<String, Supplier<Source>> all, String preset, String table, String columns, String row, String factor) {
        assertThat(folder.resolve(preset).toFile().mkdir()).isTrue();
        all.put(preset, file(preset + '/' + table + ".csv", columns, person(1, row) + factor, person(2, row)));
    }

    private static String person(int id, String row) {
        return id + row.replace(",u", ",user" + id).replace(",m", ",mail" + id + "@acme.example");
    }

    private static String phone(int id, boolean demanded) {
        return "{\"_id\":" + id + ",\"phone_number\":\"+52551234567" + id
                + "\",\"country_code\":\"MX\",\"status_key\":1,\"is_removed\":false,\"mfa_enabled\":" + demanded + "}";
    }
}
