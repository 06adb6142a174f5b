package dev.lockstile.auth.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.mapping.ColumnMeaning;
import dev.lockstile.auth.imports.options.ImportOptions;
import dev.lockstile.auth.imports.preset.Presets;
import dev.lockstile.auth.imports.source.Source;
import dev.lockstile.auth.imports.verify.Verification;
import dev.lockstile.auth.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rows that the old system refuses, in odd spellings, beside one that it lets in: that one alone comes in here. */
abstract class PlantedPresetsContract extends OldFactorFixture {

    private static final ImportOptions USUAL = ImportOptions.defaults();

    private final List<String> names = new ArrayList<>();

    /** The cells of the one row that the old system lets in. */
    private String good = "true";

    @Test
    void spring_security_lets_in_an_enabled_user_alone() {
        List<String> no = List.of(
                "false",
                "FALSE",
                "f",
                "0",
                "0.0",
                "no",
                "off",
                "",
                "NULL",
                "\\N",
                "None",
                "nan",
                "n/a",
                "maybe",
                "2",
                "-1",
                "yes",
                "enabled?");
        planted(
                "spring-security",
                rows("users.csv", "username,password,enabled", no, (name, cell) -> name + "," + spring() + "," + cell),
                USUAL,
                no.size());
        assertThat(login("in", WORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void spring_security_s_other_marks_are_asked_for_and_close() {
        List<String> no = List.of("false", "0", "f", "locked", "perhaps");
        planted(
                "spring-security",
                rows(
                        "users.csv",
                        "username,password,enabled,account_non_locked",
                        no,
                        (name, cell) -> name + "," + spring() + ",true," + cell),
                USUAL.withColumn("account_non_locked", ColumnMeaning.ENABLED),
                no.size());
    }

    @Test
    void fastapi_users_lets_in_an_active_user_alone() {
        List<String> no = List.of(
                "false,,",
                "False,,",
                "0,,",
                ",,",
                "NULL,,",
                "unknown,,",
                "true,1,",
                "true,t,",
                "true,2024-01-01,",
                "true,perhaps,",
                "true,,2024-01-01 10:00:00",
                "true,,yes",
                "true,,1700000000");
        planted(
                "fastapi-users",
                rows(
                        "users.csv",
                        "id,username,email,hashed_password,is_active,disabled,deleted_at",
                        no,
                        (name, cell) -> name + "," + name + "," + name + "@acme.example," + BCRYPT + "," + cell),
                USUAL,
                no.size(),
                "true,0,");
        assertThat(host.count("select count(*) from auth_user where is_superuser"))
                .isZero();
    }

    @Test
    void fastapi_users_gives_a_right_for_a_plain_yes_alone() {
        Supplier<Source> users = file(
                "users.csv",
                "id,username,email,hashed_password,is_active,is_superuser,role",
                "1,a,a@acme.example," + BCRYPT + ",true,2,admin",
                "2,b,b@acme.example," + BCRYPT + ",true,yes,superuser",
                "3,c,c@acme.example," + BCRYPT + ",true,NULL,staff",
                "4,d,d@acme.example," + BCRYPT + ",true,NaN,root",
                "5,e,e@acme.example," + BCRYPT + ",true,true,user");
        run("fastapi-users", users, USUAL);
        assertThat(host.rows("select username from auth_user where is_superuser or is_staff"))
                .containsExactly(Map.of("username", "e"));
        assertThat(host.rows("select distinct role from auth_profile")).hasSize(1);
    }

    @Test
    void wordpress_lets_in_who_is_neither_spam_nor_deleted_nor_waiting() {
        List<String> no = List.of(
                "1,0,0",
                "0,1,0",
                "0,0,1",
                "0,0,2",
                "1.0,0,0",
                "t,0,0",
                "yes,0,0",
                "spam,0,0",
                "0,2024-01-01 00:00:00,0",
                "0,0,spammer",
                "0,x,0");
        planted(
                "wordpress",
                rows(
                        "wp_users.csv",
                        "ID,user_login,user_pass,user_email,spam,deleted,user_status",
                        no,
                        (name, cell) -> name.replaceAll("\\D", "").concat("9") + "," + name + "," + BCRYPT + "," + name
                                + "@acme.example," + cell),
                USUAL,
                no.size(),
                "0,,NULL");
    }

    @Test
    void asp_net_lets_in_who_is_not_locked_out_and_proves_by_a_plain_mark() {
        List<String> no = List.of(
                "9999-12-31 23:59:59.9999999 +00:00,True,True",
                "9999-12-31,1,1",
                "infinity,True,True",
                "2999-01-01T00:00:00Z,True,True",
                "never,True,True",
                "2999-01-01,,True",
                "2999-01-01,perhaps,True");
        Supplier<Source> users = rows(
                "aspnetusers.csv",
                "Id,UserName,Email,PasswordHash,LockoutEnd,LockoutEnabled,EmailConfirmed",
                no,
                (name, cell) -> name + "," + name + "," + name + "@acme.example,," + cell);
        good = "NULL,True,True";
        run("aspnet-identity", users, USUAL);
        assertThat(states().values()).containsOnlyOnce("open").hasSize(no.size() + 1);
        assertThat(states()).containsEntry("in", "open");
    }

    @Test
    void asp_net_s_odd_marks_prove_nothing() {
        Supplier<Source> users = file(
                "aspnetusers.csv",
                "Id,UserName,Email,PasswordHash,EmailConfirmed",
                "1,a,a@acme.example,,perhaps",
                "2,b,b@acme.example,,NULL",
                "3,c,c@acme.example,,0000-00-00",
                "4,d,d@acme.example,,-1",
                "5,e,e@acme.example,,\\N",
                "6,f,f@acme.example,,True");
        run("aspnet-identity", users, USUAL);
        assertThat(proven()).containsExactly("f");
    }

    @Test
    void an_administrator_of_another_tenant_does_not_come() {
        Supplier<Source> users = file(
                "users.csv",
                "id,email,password,tenant_id,is_admin",
                "1,ann@acme.example," + BCRYPT + ",shop,0",
                "2,root@acme.example," + BCRYPT + ",hq,1",
                "3,boss@acme.example," + BCRYPT + ",,1");
        run("laravel", users, USUAL.withRealm("shop").withColumn("is_admin", ColumnMeaning.IGNORE));
        assertThat(states()).isEqualTo(Map.of("ann", "open"));
        assertThat(login("root@acme.example", WORD)).isNotInstanceOf(Outcome.Done.class);
    }

    private interface Line {
        String of(String name, String cell);
    }

    private Supplier<Source> rows(String file, String header, List<String> no, Line line) {
        names.clear();
        return () -> {
            List<String> lines = new ArrayList<>(List.of(header));
            names.clear();
            for (int i = 0; i < no.size(); i++) {
                names.add("p" + i);
                lines.add(line.of("p" + i, no.get(i)));
            }
            lines.add(line.of("in", good));
            return file(file, lines.toArray(String[]::new)).get();
        };
    }

    private void planted(String preset, Supplier<Source> source, ImportOptions options, int rows) {
        planted(preset, source, options, rows, "true");
    }

    private void planted(String preset, Supplier<Source> source, ImportOptions options, int rows, String yes) {
        good = yes;
        run(preset, source, options);
        assertThat(names).hasSize(rows);
        for (String name : names) {
            assertThat(login(name, WORD)).as(name).isNotInstanceOf(Outcome.Done.class);
        }
        assertThat(login("in", WORD)).as("the one that the old system lets in").isInstanceOf(Outcome.Done.class);
    }

    private void run(String preset, Supplier<Source> source, ImportOptions options) {
        try (Source opened = source.get()) {
            new UserImport(app.target(), options).run(opened, Presets.named(preset, null), entry -> {});
        }
        try (Source opened = source.get()) {
            assertThat(new Verification(app.target(), options)
                            .run(opened, Presets.named(preset, null))
                            .isClean())
                    .isTrue();
        }
    }

    private static String spring() {
        return "{bcrypt}" + BCRYPT.replace("$2b$", "$2a$");
    }
}
