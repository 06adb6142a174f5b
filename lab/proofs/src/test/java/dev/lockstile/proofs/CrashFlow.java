package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/**
 * One flow in the crash matrix: what is there before, what is called, and what has to hold for the person afterwards,
 * wherever the process died. Afterwards the same call is made again, as a client would.
 */
enum CrashFlow implements CrashCase {
    REGISTER(Operation.REGISTER) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            return List.of(email, ProofFixture.username(email), ProofFixture.PASSWORD);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            ProofFixture.expect("Accepted", again(fixture, args));
            deliverLater(fixture);
            MessageInbox.Letter letter = fixture.postbox.lastTo(email);
            ProofFixture.expect(
                    "Proven", fixture.answer(Operation.CONFIRM, letter.uid(), letter.token(), ProofFixture.PASSWORD));
            signsIn(fixture, email, ProofFixture.PASSWORD);
        }
    },
    CONFIRM(Operation.CONFIRM) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            fixture.registered(email);
            MessageInbox.Letter letter = fixture.postbox.lastTo(email);
            return List.of(letter.uid(), letter.token(), ProofFixture.PASSWORD);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            boolean proven = fixture.text("select email_verified_at from auth_user where email = ?", email)
                    .equals("null");
            ProofFixture.expect(proven ? "Proven" : "Refused", again(fixture, args));
            signsIn(fixture, email, ProofFixture.PASSWORD);
        }
    },
    LOGIN(Operation.LOGIN) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            fixture.execute(
                    "update auth_user set password_hash = ? where email = ?",
                    "md5$s$" + Md5.of("s" + ProofFixture.PASSWORD),
                    email);
            return List.of(email, ProofFixture.PASSWORD);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            assertThat(fixture.sessions(email)).isLessThanOrEqualTo(1);
            signsIn(fixture, email, ProofFixture.PASSWORD);
        }
    },
    REQUEST_CODE(Operation.REQUEST_CODE) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            return List.of(email);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            int before = fixture.postbox.to(email).size();
            String answer = again(fixture, args);
            assertThat(answer).isIn("Sent", "Refused");
            deliverLater(fixture);
            assertThat(fixture.postbox.to(email)).hasSize(before + 1);
            ProofFixture.expect(
                    "SignIn",
                    fixture.answer(
                            Operation.VERIFY_CODE,
                            email,
                            fixture.postbox.lastTo(email).code()));
        }
    },
    VERIFY_CODE(Operation.VERIFY_CODE) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            return List.of(email, fixture.code(email));
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            long before = fixture.sessions(email);
            ProofFixture.expect(before == 0 ? "SignIn" : "Refused", again(fixture, args));
            assertThat(fixture.sessions(email))
                    .as("a code is one session, burnt or not")
                    .isEqualTo(1);
        }
    },
    REFRESH(Operation.REFRESH) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            return List.of(fixture.signIn(email).tokens().refresh().reveal());
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            String answer = again(fixture, args);
            assertThat(answer).isIn("TokenPair", "Refused");
            assertThat(fixture.liveSessions(email)).isEqualTo(answer.equals("TokenPair") ? 1 : 0);
            signsIn(fixture, email, ProofFixture.PASSWORD);
        }
    },
    REQUEST_RESET(Operation.REQUEST_RESET) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            return List.of(email);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            int before = fixture.postbox.to(email).size();
            again(fixture, args);
            deliverLater(fixture);
            assertThat(fixture.postbox.to(email).size()).isGreaterThan(before);
            MessageInbox.Letter link = fixture.postbox.lastTo(email);
            ProofFixture.expect("PasswordSet", fixture.answer(Operation.RESET, link.uid(), link.token(), NEW_PASSWORD));
            signsIn(fixture, email, NEW_PASSWORD);
        }
    },
    RESET(Operation.RESET) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            fixture.signIn(email);
            MessageInbox.Letter link = fixture.resetLink(email);
            return List.of(link.uid(), link.token(), NEW_PASSWORD);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            boolean done = fixture.liveSessions(email) == 0;
            ProofFixture.expect(done ? "Refused" : "PasswordSet", again(fixture, args));
            assertThat(fixture.liveSessions(email)).isZero();
            ProofFixture.expect("Refused", fixture.answer(Operation.LOGIN, email, ProofFixture.PASSWORD));
            signsIn(fixture, email, NEW_PASSWORD);
        }
    },
    CHANGE_PASSWORD(Operation.CHANGE_PASSWORD) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            fixture.signIn(email);
            String access = fixture.signIn(email).tokens().access().reveal();
            return List.of(access, ProofFixture.PASSWORD, NEW_PASSWORD);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            boolean done = fixture.answer(Operation.LOGIN, email, NEW_PASSWORD).equals("SignIn");
            ProofFixture.expect(
                    done ? "Refused" : "SignIn", fixture.answer(Operation.LOGIN, email, ProofFixture.PASSWORD));
            // the session that changed it stays, the other ends with the old password; one more came just now
            assertThat(fixture.liveSessions(email)).isEqualTo(done ? 2 : 3);
        }
    },
    LOGOUT_ALL(Operation.LOGOUT_ALL) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            fixture.signIn(email);
            return List.of(fixture.signIn(email).tokens().access().reveal());
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            assertThat(fixture.liveSessions(email)).isIn(0L, 2L);
            again(fixture, args);
            assertThat(fixture.liveSessions(email)).isZero();
            signsIn(fixture, email, ProofFixture.PASSWORD);
        }
    },
    DISPATCH(Operation.DISPATCH) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            member(fixture, email);
            ProofFixture.expect("Sent", fixture.answer(Operation.REQUEST_CODE, email));
            return List.of();
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            deliverLater(fixture);
            List<MessageInbox.Letter> letters = fixture.postbox.to(email);
            List<MessageInbox.Letter> codes = letters.subList(1, letters.size());
            assertThat(codes).as("sent, and at most twice").hasSizeBetween(1, 2);
            assertThat(codes).as("with the same code").allMatch(letter -> letter.equals(codes.get(0)));
            ProofFixture.expect(
                    "SignIn",
                    fixture.answer(Operation.VERIFY_CODE, email, codes.get(0).code()));
        }
    };

    static final String NEW_PASSWORD = "walnut-lantern-9021";

    /** Longer than a lease of the outbox lasts. */
    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(40);

    private final Operation operation;

    CrashFlow(Operation operation) {
        this.operation = operation;
    }

    @Override
    public Operation operation() {
        return operation;
    }

    static void deliverLater(ProofFixture fixture) {
        Operation.DISPATCH.answer(fixture.later(AFTER_THE_LEASE), new Operation.Call(0, List.of()));
    }

    static void signsIn(ProofFixture fixture, String email, String password) {
        ProofFixture.expect("SignIn", fixture.answer(Operation.LOGIN, email, password));
    }

    static void member(ProofFixture fixture, String email) {
        fixture.registered(email);
        MessageInbox.Letter letter = fixture.postbox.lastTo(email);
        ProofFixture.expect(
                "Proven", fixture.answer(Operation.CONFIRM, letter.uid(), letter.token(), ProofFixture.PASSWORD));
    }
}
