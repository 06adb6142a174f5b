package example.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.imports.support.Sql;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import example.adopted.AdoptedHost;
import example.bookbarn.Browser;
import example.bookbarn.Shop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registration that waits for its confirmation lies in the table that an import in place reads. */
final class WaitingRegistrationTest {

    private static final String ADDRESS = "waiting@example.net";
    private static final String PASSWORD = "Plum-harbour-4417";

    @TempDir
    private Path root;

    @Test
    void an_import_in_place_takes_no_waiting_registration() {
        OldSystem system = new Devise();
        String url = Home.POSTGRES.freshUrl();
        List<Person> people = Person.invented(7, 4, system.formats());
        try (AdoptedHost host = new AdoptedHost(url, root)) {
            system.schema(Home.POSTGRES).forEach(sql -> Sql.execute(host.pool(), sql));
            host.run(
                    "takeover",
                    "--package",
                    "old.app",
                    "--entities",
                    root.resolve("java").toString());
            host.run("migrate");
            register(host);
            people.forEach(person -> Write.all(host.pool(), system.joins(person, Home.POSTGRES)));
            for (int run = 1; run <= 2; run++) {
                host.run("import", "run", "--source", url, "--preset", system.preset(), "--in-place");
                assertThat(Sql.rows(
                                host.pool(),
                                "select count(*) as n from users where email_key is not null and email = '" + ADDRESS
                                        + "'"))
                        .as("owned after run " + run)
                        .containsExactly(Map.of("n", "0"));
                assertThat(Sql.rows(
                                host.pool(),
                                "select count(*) as n from auth_profile p join users u on u.id = p.user_id where u.email = '"
                                        + ADDRESS + "'"))
                        .as("profiles after run " + run)
                        .containsExactly(Map.of("n", "1"));
            }
            try (Shop shop = Shop.open(host.store(), new RecordingEmailSender(), Browser.settings())) {
                Browser browser = new Browser(shop.port());
                assertThat(browser.signIn(ADDRESS, PASSWORD)).isEqualTo(401);
                Person first = people.get(0);
                assertThat(browser.signIn(system.login(first), first.password()))
                        .isEqualTo(200);
            }
        }
    }

    private static void register(AdoptedHost host) {
        try (Shop shop = Shop.open(host.store(), new RecordingEmailSender(), Browser.settings())) {
            int status = new Browser(shop.port())
                    .post(
                            "/register/",
                            Map.of(
                                    "email",
                                    ADDRESS,
                                    "password",
                                    PASSWORD,
                                    "password_confirm",
                                    PASSWORD,
                                    "first_name",
                                    "Ida",
                                    "last_name_1",
                                    "Alder",
                                    "terms_and_conditions_accepted",
                                    true))
                    .status();
            assertThat(status).isEqualTo(201);
        }
    }
}
