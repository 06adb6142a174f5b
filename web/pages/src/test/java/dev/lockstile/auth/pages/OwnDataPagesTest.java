package dev.lockstile.auth.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of the own account, saved as a file from its page. */
class OwnDataPagesTest {

    private static final String PATH = "/account/data";
    private static final String ANA = "ana@example.com";
    private static final String PASSWORD = "plum-harbour-4417";

    private final PagesServer server = PagesServer.with(PageSettings.defaults());
    private PagesBrowser ana;

    @BeforeEach
    void begin() {
        server.kit.member(ANA, PASSWORD);
        ana = server.browser("en").signedIn(ANA, PASSWORD);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_account_page_leads_to_it_and_the_form_gives_a_file() {
        assertThat(ana.open("/account").body()).contains(PATH, "Download my data");
        assertThat(ana.open(PATH).body()).contains("No passwords, codes or keys.");
        HttpResponse<String> file = ana.submit(PATH, Map.of());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "account.json"));
        assertThat(file.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(file.body()).contains(ANA).doesNotContain("$argon2");
    }

    @Test
    void an_old_proof_is_renewed_first() {
        ana.open(PATH);
        server.kit.clock().advance(Duration.ofMinutes(11));
        HttpResponse<String> asked = ana.submit(PATH, Map.of());
        assertThat(asked.headers().firstValue("Location"))
                .hasValueSatisfying(value -> assertThat(value).contains("/prove?next=", PATH));
    }

    @Test
    void the_sixth_of_a_day_is_refused_with_a_sentence() {
        ana.open(PATH);
        for (int i = 0; i < 5; i++) {
            assertThat(ana.submit(PATH, Map.of()).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> sixth = ana.submit(PATH, Map.of());
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.body()).contains("Download my data").doesNotContain(ANA + "\"");
    }
}
