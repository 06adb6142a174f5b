package dev.lockstile.auth.cli;

import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a smoke test: sign in, code, reset, me, a list of the administration, refresh, logout. Steps that need no other step run whatever
 * became of the ones before.
 */
final class SmokeRun {

    private static final String CONFIRM = "/registration/account-confirmation-email/code/";

    private final SmokeClient client;
    private final SmokeReport report;
    private final SmokePerson person;
    private final @Nullable SmokeMessages messages;
    private final String unread;
    private @Nullable String access;
    private @Nullable String refresh;

    /**
     * @param messages null where no message may be sent or read
     * @param unread why not
     */
    SmokeRun(
            SmokeClient client,
            SmokeReport report,
            SmokePerson person,
            @Nullable SmokeMessages messages,
            String unread) {
        this.client = client;
        this.report = report;
        this.person = person;
        this.messages = messages;
        this.unread = unread;
    }

    /** Runs all steps; the account of a throw-away person is deleted at the end. */
    void run() throws InterruptedException {
        if (!report.step("reach", client::probe)) {
            return;
        }
        report.step("refusal", this::refusal);
        if (person.isThrowAway()) {
            SmokeMessages mailbox = messages;
            if (mailbox == null) {
                report.skip("register", unread + "; --login NAME signs in a person who is there");
                return;
            }
            if (!report.step("register", () -> register(mailbox))) {
                report.skip("others", "there is no account to sign in; an unconfirmed one is removed by cleanup");
                return;
            }
        }
        signedIn();
        if (person.isThrowAway()) {
            report.step("clean up", this::delete);
        }
    }

    private void signedIn() throws InterruptedException {
        report.step("sign in", () -> signIn("by password"));
        messageSteps();
        if (access == null) {
            report.skip("me", "no sign-in passed");
            report.skip("admin", "no sign-in passed");
            report.skip("refresh", "no sign-in passed");
            report.skip("logout", "no sign-in passed");
            return;
        }
        report.step("me", () -> {
            client.get("/me/?client=web", access).expecting(200, "look at the log of the application");
            return "200";
        });
        report.step("admin", this::administration);
        report.step("refresh", this::refresh);
        report.step("logout", this::logout);
    }

    private void messageSteps() throws InterruptedException {
        if (messages == null || !person.readsMail()) {
            String why = messages == null ? unread : "codes go to an address: name it as --login";
            report.skip("code", why);
            report.skip("reset", why);
            return;
        }
        SmokeMessages mailbox = messages;
        report.step("code", () -> code(mailbox));
        if (person.isThrowAway()) {
            report.step("reset", () -> reset(mailbox));
        } else {
            report.skip("reset", "the password of a person who is there stays");
        }
    }

    private String refusal() throws IOException, InterruptedException {
        client.get("/me/?client=web", null).expecting(401, "a request without a token must be refused");
        return "401 without a token";
    }

    private String register(SmokeMessages mailbox) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "email",
                person.login(),
                "password",
                person.password().reveal(),
                "passwordConfirm",
                person.password().reveal(),
                "firstName",
                "Smoke",
                "lastName1",
                "Test",
                "termsAccepted",
                true));
        body.putAll(person.fields());
        SmokeAnswer answer = client.post("/register/", body, null)
                .expecting(201, "name required fields of the application with --field NAME=VALUE");
        String challenge = answer.required("challenge", "challengeId", "challenge_id");
        Map<String, Object> proof = new LinkedHashMap<>();
        proof.put("challengeId", challenge);
        proof.put("code", mailbox.code(person.login(), "confirm the address"));
        proof.put("registration", answer.required("registration", "registration"));
        client.post(CONFIRM, proof, null).expecting(200, "the code of the message must confirm the address");
        return "201, confirmed by the code of its message";
    }

    private String signIn(String how) throws IOException, InterruptedException {
        Map<String, Object> body =
                Map.of("login", person.login(), "password", person.password().reveal(), "client", "web");
        keep(client.post("/login/basic/", body, null).expecting(200, "the person must sign in " + how));
        return "200 " + how;
    }

    private void keep(SmokeAnswer login) throws SmokeStepException {
        access = login.required("access token", "tokens/accessToken", "tokens/access", "accessToken", "access");
        refresh = login.required("refresh token", "tokens/refreshToken", "tokens/refresh", "refreshToken", "refresh");
    }

    private String code(SmokeMessages mailbox) throws IOException, InterruptedException {
        SmokeAnswer asked = client.post("/otp/request/", Map.of("email", person.login(), "channel", "email"), null)
                .expecting(201, "a code must be sent; if sign-in by code is off here, this step is not for it");
        Map<String, Object> body = new LinkedHashMap<>(Map.of("email", person.login(), "client", "web"));
        body.put("challengeId", asked.required("challenge", "challengeId", "challenge_id"));
        body.put("code", mailbox.code(person.login(), "sign in by code"));
        keep(client.post("/otp/verify/", body, null).expecting(200, "the code of the message must sign in"));
        return "200 by the code of its message";
    }

    private String reset(SmokeMessages mailbox) throws IOException, InterruptedException {
        client.post("/password-reset/request/", Map.of("email", person.login()), null)
                .expecting(200, "a link must be sent");
        Map<String, String> link = SmokeLink.of(mailbox.link(person.login(), "reset the password"));
        Secret fresh = SmokePerson.freshPassword();
        Map<String, Object> body = new LinkedHashMap<>(link);
        body.put("newPassword", fresh.reveal());
        body.put("newPasswordConfirm", fresh.reveal());
        client.post("/password-reset/confirm/", body, null).expecting(200, "the link of the message must reset");
        person.changed(fresh);
        return "200, then " + signIn("by the new password");
    }

    /** One list, by staff; a new person has no rights and must be refused. */
    private String administration() throws IOException, InterruptedException {
        SmokeAnswer answer = client.post("/admin/users/search/", Map.of("size", 1), access);
        if (answer.status() == 404) {
            throw new SmokeSkippedException("no administration is served at this address");
        }
        if (person.isThrowAway()) {
            answer.expecting(403, "a person without rights must not read the list of users");
            return "403 for a person without rights; --login NAME of staff reads a list";
        }
        if (answer.code().equals("step_up_required")) {
            throw new SmokeSkippedException("this account has a second factor, which a smoke test cannot show");
        }
        if (answer.status() == 403) {
            throw new SmokeSkippedException("this person may read no list: name staff with USERS_READ as --login");
        }
        answer.expecting(200, "staff must read the list of users");
        return "200, the list of users";
    }

    private String refresh() throws IOException, InterruptedException {
        SmokeAnswer answer = client.post("/token/refresh/", Map.of("refreshToken", String.valueOf(refresh)), null)
                .expecting(200, "the refresh token of the sign-in must renew");
        keep(answer);
        client.get("/me/?client=web", access).expecting(200, "the new access token must be good");
        return "200, and the new token is good";
    }

    private String logout() throws IOException, InterruptedException {
        client.post("/logout/", Map.of(), access).expecting(204, "the session must end");
        client.get("/me/?client=web", access).expecting(401, "a token of an ended session must be refused");
        return "204, and the token is refused";
    }

    private String delete() throws IOException, InterruptedException {
        signIn("by password, to delete the account " + person.masked() + "; else staff delete it");
        Map<String, Object> body =
                Map.of("confirmation", true, "password", person.password().reveal());
        client.delete("/account/delete/", body, String.valueOf(access))
                .expecting(200, "the account " + person.masked() + " stays: delete it as staff");
        return "200, the account is deleted";
    }
}
