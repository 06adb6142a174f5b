package dev.lockstile.auth.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.test.InstalledPostgres;
import dev.lockstile.test.PostgresDump;
import dev.lockstile.test.guide.GuideStep;
import dev.lockstile.test.guide.GuideText;
import dev.lockstile.test.guide.ShellWords;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walks in place, from their pages: every command, in an application on Spring Boot, over the open old databases.
 */
class InPlaceGuidesTest {

    private static final Pattern PROPERTIES =
            Pattern.compile("<!-- file: src/main/resources/application.yml -->\n```yaml\n(.*?)```", Pattern.DOTALL);

    private static InstalledPostgres server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = InstalledPostgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void of_jb_drf_auth() throws Exception {
        try (GuidedApplication shop = walked("moving-from-jb-drf-auth.md", "jb_drf_auth")) {
            signsIn(shop, "Mubota1@test.invalid", "YnvCeqmkfCXIx");
            signsIn(shop, "Zokefa3@example.com", "パスワードDtnhP0NRvQ2");
        }
    }

    @Test
    void of_fastapi_users() throws Exception {
        try (GuidedApplication shop = walked("moving-from-fastapi-users.md", "fastapi_users")) {
            Http http = new Http(URI.create("http://localhost:" + shop.port()), HttpClient.newHttpClient());
            String ofFuUsers = "username=jos%C3%A91@example.net&password=dwvbjCzEL";
            String ofUsers = "username=nogota14@mail.example.com&password=m1oIxwx4WpXp";
            for (String login : List.of(ofFuUsers, ofUsers)) {
                HttpResponse<String> answer = http.send(
                        "POST",
                        "/auth/jwt/login",
                        HttpRequest.BodyPublishers.ofString(login),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
                assertThat(answer.statusCode()).as(login).isEqualTo(200);
            }
        }
    }

    /** Follows the section of a page on a database that the old system wrote; the application then serves. */
    private GuidedApplication walked(String page, String dump) throws Exception {
        String url = server.freshDatabase();
        PostgresDump.restore("/legacy/" + dump + ".pg.sql.gz", url + "?user=" + InstalledPostgres.USER);
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SHOP_DB",
                url,
                "SHOP_DB_USER",
                InstalledPostgres.USER,
                "SHOP_INBOX",
                "true",
                "SPRING_PROFILES_ACTIVE",
                "dev"));
        Path document = Path.of("../../docs").resolve(page);
        GuidedApplication shop = new GuidedApplication(folder, properties(document), environment);
        try {
            for (GuideStep step : GuideText.read(document, "## In place")) {
                follow(shop, step, environment);
            }
        } catch (Exception | Error e) {
            shop.close();
            throw e;
        }
        return shop;
    }

    private static String properties(Path document) throws IOException {
        Matcher file = PROPERTIES.matcher(Files.readString(document));
        assertThat(file.find()).isTrue();
        return file.group(1);
    }

    private static void follow(GuidedApplication shop, GuideStep step, Map<String, String> variables)
            throws IOException, InterruptedException {
        if (step instanceof GuideStep.Command command) {
            List<String> words = ShellWords.split(command.line(), variables);
            List<String> arguments = words.subList(3, words.size()).stream()
                    .map(word -> word.replace("http://localhost:8080", "http://localhost:" + shop.port()))
                    .toList();
            assertThat(shop.run(arguments))
                    .as(() -> command.place() + ": " + command.line() + "\n" + said(shop))
                    .isEqualTo(command.exit());
        } else if (step instanceof GuideStep.Server) {
            shop.serve();
        } else if (step instanceof GuideStep.Elsewhere other && other.line().equals("./mvnw package")) {
            shop.compile();
        }
    }

    private static String said(GuidedApplication shop) {
        try {
            return shop.said("said");
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void signsIn(GuidedApplication shop, String login, String password) {
        Http http = new Http(URI.create("http://localhost:" + shop.port()), HttpClient.newHttpClient());
        assertThat(http.post(
                                "/auth/login/basic/",
                                "{\"login\": \"" + login + "\", \"password\": \"" + password
                                        + "\", \"client\": \"web\"}")
                        .statusCode())
                .as(login)
                .isEqualTo(200);
    }
}
