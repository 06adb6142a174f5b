package dev.lockstile.examples.quickstart;

import static dev.lockstile.examples.quickstart.SignInPerson.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.testkit.SentLink;
import dev.lockstile.auth.testkit.http.AuthReply;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Every way to a token, and the steps that must lead to none. */
enum SignInWay {
    PASSWORD("POST /login/basic/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.byPassword();
        }
    },
    EMAIL_CODE("POST /otp/verify/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return code(person);
        }
    },
    SMS_CODE("POST /otp/verify/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            person.host.pass(COOL_DOWN);
            person.post("otp/request/", body("phone", person.phone, "channel", "sms"));
            String code = person.host.server.kit().texts().lastCode(person.phone);
            return person.post("otp/verify/", person.said("phone", person.phone, "code", code));
        }
    },
    LINK("POST /login/link/confirm/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            String asked = askForLink(person);
            String token =
                    person.host.server.kit().emails().lastLink(person.email).token();
            return person.post("login/link/confirm/", "__Host-login-link=" + asked, person.said("token", token));
        }
    },
    LINK_CODE("POST /login/link/confirm/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            String asked = askForLink(person);
            String code = person.host.server.kit().emails().lastCode(person.email);
            return person.post("login/link/confirm/", person.said("code", code, "request_id", asked));
        }
    },
    ID_TOKEN("POST /login/social/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.post("login/social/", person.transport.said(person.idToken()));
        }
    },
    AUTHORIZATION_CODE("POST /login/social/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.post("login/social/", person.transport.said(person.authorizationCode()));
        }
    },
    REDIRECT("POST /login/social/finish/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return redirected(person);
        }
    },
    PASSKEY("POST /login/passkey/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            Map<String, Object> shown = person.shown(person.post("login/passkey/options/", body()));
            return person.post("login/passkey/", person.transport.said(shown));
        }
    },
    MIGRATION("POST /login/basic/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.byPassword();
        }
    },
    MIGRATION_BY_CODE("POST /otp/verify/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return code(person);
        }
    },
    OLD_TOKEN("POST /token/refresh/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.post("token/refresh/", body("refresh", person.host.oldToken(person.number)));
        }
    },
    ADMIN_MADE("POST /login/basic/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.byPassword();
        }
    },
    /** A session from before the factor. */
    REFRESH_OF_BEFORE("POST /token/refresh/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return refresh(person, sessions.before());
        }
    },
    REFRESH("POST /token/refresh/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return refresh(person, sessions.own());
        }
    },
    SWITCH_OF_BEFORE("POST /profile/switch/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return switchProfile(person, sessions.before(), sessions.profile());
        }
    },
    SWITCH("POST /profile/switch/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return switchProfile(person, sessions.own(), sessions.profile());
        }
    },
    STEP_UP_BY_PASSWORD("POST /step-up/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.post(sessions.own(), "step-up/", body("password", person.password()));
        }
    },
    STEP_UP_BY_CODE("POST /step-up/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            person.host.pass(COOL_DOWN);
            AuthReply asked = person.post(sessions.own(), "step-up/request/", body("channel", "email"));
            String code = person.host.server.kit().emails().lastCode(person.email);
            return person.post(
                    sessions.own(), "step-up/", body("challenge_id", asked.field("challenge_id"), "code", code));
        }
    },
    STEP_UP_BY_TOTP("POST /step-up/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.post(sessions.own(), "step-up/", body("totp_code", person.freshCode()));
        }
    },
    RESET("POST /password-reset/confirm/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return reset(person);
        }
    },
    PASSWORD_AFTER_RESET("POST /login/basic/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            assertThat(reset(person).status()).isEqualTo(200);
            return person.byPassword();
        }
    },
    CONFIRMATION("POST /registration/account-confirmation-email/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            return person.confirm(person.register(person.email), person.email, Map.of());
        }
    },
    CONFIRMATION_BY_CODE("POST /registration/account-confirmation-email/code/") {
        @Override
        AuthReply by(SignInPerson person, Sessions sessions) {
            AuthReply registered = person.register(person.email);
            String code = person.host.server.kit().emails().lastCode(person.email);
            return person.post(
                    "registration/account-confirmation-email/code/",
                    body(
                            "challenge_id",
                            registered.field("challenge_id"),
                            "code",
                            code,
                            "registration",
                            registered.field("registration")));
        }
    };

    private static final Duration COOL_DOWN = Duration.ofMinutes(2);

    private final String operation;

    SignInWay(String operation) {
        this.operation = operation;
    }

    /** Asks for a session in this way. */
    abstract AuthReply by(SignInPerson person, Sessions sessions);

    /** The endpoint that answers, as the OpenAPI document calls it. */
    String operation() {
        return operation;
    }

    /** A user for whom this way is there. */
    SignInPerson person(SignInHost host, SignInTransport transport) {
        SignInPerson person = new SignInPerson(host, transport);
        return switch (this) {
            case CONFIRMATION, CONFIRMATION_BY_CODE -> person;
            case MIGRATION, MIGRATION_BY_CODE -> person.inSourceSystem();
            case OLD_TOKEN -> person.inSourceSystem().arrived();
            case ADMIN_MADE -> person.madeBy(host.superuser());
            case SMS_CODE, ID_TOKEN, AUTHORIZATION_CODE, REDIRECT ->
                person.member().reachable();
            default -> person.member();
        };
    }

    /** Whether it goes on with a session. */
    boolean needsSession() {
        return compareTo(REFRESH_OF_BEFORE) >= 0 && compareTo(STEP_UP_BY_TOTP) <= 0;
    }

    /**
     * The sessions of the user.
     *
     * @param before of one factor, from before the state
     * @param own with all that the state asks for
     * @param profile the one to act in
     */
    record Sessions(SignInTokens before, SignInTokens own, String profile) {

        private static final SignInTokens NOBODY = new SignInTokens("", "", "");

        static final Sessions NONE = new Sessions(NOBODY, NOBODY, "");
    }

    private static AuthReply code(SignInPerson person) {
        person.host.pass(COOL_DOWN);
        person.post("otp/request/", body("email", person.email, "channel", "email"));
        String code = person.host.server.kit().emails().lastCode(person.email);
        return person.post("otp/verify/", person.said("email", person.email, "code", code));
    }

    private static String askForLink(SignInPerson person) {
        person.host.pass(COOL_DOWN);
        return person.post("login/link/request/", body("email", person.email)).field("request_id");
    }

    private static AuthReply refresh(SignInPerson person, SignInTokens session) {
        return person.transport == SignInTransport.COOKIE
                ? person.post(session, "token/refresh/", body())
                : person.post("token/refresh/", body("refresh", session.refresh()));
    }

    private static AuthReply switchProfile(SignInPerson person, SignInTokens session, String profile) {
        Map<String, Object> body = person.said("profile", profile);
        if (person.transport != SignInTransport.COOKIE) {
            body.put("refresh", session.refresh());
        }
        return person.post(session, "profile/switch/", body);
    }

    private static AuthReply reset(SignInPerson person) {
        person.host.pass(COOL_DOWN);
        person.post("password-reset/request/", body("email", person.email));
        SentLink link = person.host.server.kit().emails().lastLink(person.email);
        person.choose("fern-quarry-9052");
        return person.post(
                "password-reset/confirm/",
                body(
                        "uid",
                        link.uid(),
                        "token",
                        link.token(),
                        "new_password",
                        person.password(),
                        "new_password_confirm",
                        person.password()));
    }

    /** To the other site and back, as a browser goes. */
    private static AuthReply redirected(SignInPerson person) {
        person.host.corp.signsIn(person.subject(), Map.of("email", person.email, "email_verified", true));
        AuthReply start = person.post("login/social/start/", body("provider", "corp", "intent", "login"));
        String cookie = "__Host-social=" + SignInTokens.cookie(start, "__Host-social");
        URI back = OtherSite.sendsBackTo(start.field("authorization_url"));
        AuthReply came =
                person.host.client().with("Cookie", cookie).get("login/social/callback/corp/?" + back.getRawQuery());
        assertThat(came.status()).as("%s", came).isEqualTo(303);
        assertThat(SignInTokens.areIn(came)).isFalse();
        return person.post("login/social/finish/", cookie, person.said());
    }
}
