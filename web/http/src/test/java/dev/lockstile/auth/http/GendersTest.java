package dev.lockstile.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.AuthBuilder;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.secret.Secret;
import org.junit.jupiter.api.Test;

/** Genders of the host's own list over HTTP. */
class GendersTest extends WholeStack {

    private static final String REFUSED = "\"gender\":[\"This is not one of the allowed values.\"]";

    @Override
    AuthBuilder wired(AuthBuilder builder) {
        return builder.genders("WOMAN", "MAN");
    }

    @Test
    void another_word_is_refused_wherever_one_is_set() {
        assertThat(client.post(
                                "/auth/register/",
                                "{\"email\":\"ana@example.com\",\"password\":\"" + PASSWORD
                                        + "\",\"password_confirm\":\"" + PASSWORD + "\",\"first_name\":\"Ana\","
                                        + "\"last_name_1\":\"Ruiz\",\"terms_and_conditions_accepted\":true,"
                                        + "\"gender\":\"FEMALE\"}")
                        .text())
                .contains(REFUSED);
        account("ana@example.com");
        TestClient ana = as(tokens("ana@example.com"));
        assertThat(ana.post("/auth/profiles/", "{\"first_name\":\"Ana\",\"gender\":\"woman\"}")
                        .text())
                .contains(REFUSED);
        assertThat(ana.post("/auth/profiles/", "{\"first_name\":\"Ana\",\"gender\":\"WOMAN\"}")
                        .status())
                .isEqualTo(201);
        auth.admin()
                .createFirstSuperuser(new NewAdmin("root@example.com", Secret.of(PASSWORD), NewAdmin.Rank.SUPERUSER));
        String id = ana.get("/auth/me/?client=mobile").json().path("id").asString();
        assertThat(as(tokens("root@example.com"))
                        .patch("/auth/admin/users/" + id + "/", "{\"gender\":\"FEMALE\",\"reason\":\"ticket 7\"}")
                        .text())
                .contains(REFUSED);
    }
}
