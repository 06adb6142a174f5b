package dev.lockstile.auth.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** An account with two profiles, two sessions, a pending change and a code on its way; and all keys that name them. */
final class Victim {

    static final String EMAIL = "victim@example.com";
    static final String NEXT_EMAIL = "moved@example.com";

    private static final String MARK = "Zarathustra";

    final String user;
    final String profile;
    final String session;
    final String changeChallenge;
    final String changeCode;
    final String stepUpChallenge;
    final String stepUpCode;

    private final AttackedHost host;
    private final AuthClient client;

    private Victim(AttackedHost host, AuthClient client, String session) {
        this.host = host;
        this.client = client;
        this.session = session;
        this.user = client.get("me/?client=mobile").field("id");
        this.profile =
                client.post("profiles/", "first_name", MARK, "label", MARK).field("id");
        AuthReply changing = client.send("PATCH", "account/update/", AuthClient.body("email", NEXT_EMAIL));
        this.changeChallenge = changing.field("pending_changes", "0", "challenge_id");
        this.changeCode = host.code(NEXT_EMAIL);
        this.stepUpChallenge =
                client.post("step-up/request/", "channel", "email").field("challenge_id");
        this.stepUpCode = host.code(EMAIL);
    }

    static Victim settle(AttackedHost host) {
        host.member(EMAIL);
        host.tokens(EMAIL);
        AuthClient client = host.signedIn(EMAIL);
        Victim victim = new Victim(host, client, otherSession(client));
        assertThat(new String[] {
                    victim.user, victim.profile, victim.session, victim.changeChallenge, victim.stepUpChallenge
                })
                .doesNotContain("");
        return victim;
    }

    private static String otherSession(AuthClient client) {
        for (JsonNode session : client.get("sessions/").json()) {
            if (!session.path("current").asBoolean()) {
                return session.path("id").asString();
            }
        }
        throw new AssertionError("there is no other session");
    }

    /** All that the victim sees of the own things. */
    String state() {
        return client.get("me/?client=mobile").text()
                + client.get("profiles/").text()
                + client.get("sessions/").text();
    }

    /** How many messages went to the victim's addresses. */
    int mails() {
        return (int) host.server.kit().emails().messages().stream()
                .filter(mail -> mail.to().equals(EMAIL) || mail.to().equals(NEXT_EMAIL))
                .count();
    }

    /** What would show in an answer that told of the victim. */
    String[] marks() {
        return new String[] {EMAIL, NEXT_EMAIL, MARK, session};
    }
}
