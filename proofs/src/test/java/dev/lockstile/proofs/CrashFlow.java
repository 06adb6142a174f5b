package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/**
 * One flow in the crash matrix: what is there before, what is called, and what has to hold for the person afterwards,
 * wherever the process died. Afterwards the same call is made again, as a client would.
 */
enum CrashFlow {
    REGISTER(Operation.REGISTER) {
        @Override
        List<String> prepare(House house, String email) {
            return List.of(email, House.username(email), House.PASSWORD);
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            House.expect("Accepted", again(house, args));
            deliverLater(house);
            Postbox.Letter letter = house.postbox.lastTo(email);
            House.expect("Proven", house.answer(Operation.CONFIRM, letter.uid(), letter.token(), House.PASSWORD));
            signsIn(house, email, House.PASSWORD);
        }
    },
    CONFIRM(Operation.CONFIRM) {
        @Override
        List<String> prepare(House house, String email) {
            house.registered(email);
            Postbox.Letter letter = house.postbox.lastTo(email);
            return List.of(letter.uid(), letter.token(), House.PASSWORD);
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            boolean proven = house.text("select email_verified_at from auth_user where email = ?", email)
                    .equals("null");
            House.expect(proven ? "Proven" : "InvalidLink", again(house, args));
            signsIn(house, email, House.PASSWORD);
        }
    },
    LOGIN(Operation.LOGIN) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            house.execute(
                    "update auth_user set password_hash = ? where email = ?",
                    "md5$s$" + Md5.of("s" + House.PASSWORD),
                    email);
            return List.of(email, House.PASSWORD);
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            assertThat(house.sessions(email)).isLessThanOrEqualTo(1);
            signsIn(house, email, House.PASSWORD);
        }
    },
    REQUEST_CODE(Operation.REQUEST_CODE) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            return List.of(email);
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            int before = house.postbox.to(email).size();
            String answer = again(house, args);
            assertThat(answer).isIn("Sent", "CoolingDown");
            deliverLater(house);
            assertThat(house.postbox.to(email)).hasSize(before + 1);
            House.expect(
                    "SignedIn",
                    house.answer(
                            Operation.VERIFY_CODE,
                            email,
                            house.postbox.lastTo(email).code()));
        }
    },
    VERIFY_CODE(Operation.VERIFY_CODE) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            return List.of(email, house.code(email));
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            long before = house.sessions(email);
            House.expect(before == 0 ? "SignedIn" : "Refused", again(house, args));
            assertThat(house.sessions(email))
                    .as("a code is one session, burnt or not")
                    .isEqualTo(1);
        }
    },
    REFRESH(Operation.REFRESH) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            return List.of(house.signIn(email).tokens().refresh().reveal());
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            String answer = again(house, args);
            assertThat(answer).isIn("Refreshed", "Refused");
            assertThat(house.liveSessions(email)).isEqualTo(answer.equals("Refreshed") ? 1 : 0);
            signsIn(house, email, House.PASSWORD);
        }
    },
    REQUEST_RESET(Operation.REQUEST_RESET) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            return List.of(email);
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            int before = house.postbox.to(email).size();
            again(house, args);
            deliverLater(house);
            assertThat(house.postbox.to(email).size()).isGreaterThan(before);
            Postbox.Letter link = house.postbox.lastTo(email);
            House.expect("Changed", house.answer(Operation.RESET, link.uid(), link.token(), NEW_PASSWORD));
            signsIn(house, email, NEW_PASSWORD);
        }
    },
    RESET(Operation.RESET) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            house.signIn(email);
            Postbox.Letter link = house.resetLink(email);
            return List.of(link.uid(), link.token(), NEW_PASSWORD);
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            boolean done = house.liveSessions(email) == 0;
            House.expect(done ? "Refused" : "Changed", again(house, args));
            assertThat(house.liveSessions(email)).isZero();
            House.expect("Refused", house.answer(Operation.LOGIN, email, House.PASSWORD));
            signsIn(house, email, NEW_PASSWORD);
        }
    },
    CHANGE_PASSWORD(Operation.CHANGE_PASSWORD) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            house.signIn(email);
            String access = house.signIn(email).tokens().access().reveal();
            return List.of(access, House.PASSWORD, NEW_PASSWORD);
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            boolean done = house.answer(Operation.LOGIN, email, NEW_PASSWORD).equals("SignedIn");
            House.expect(done ? "Refused" : "SignedIn", house.answer(Operation.LOGIN, email, House.PASSWORD));
            // the session that changed it stays, the other ends with the old password; one more came just now
            assertThat(house.liveSessions(email)).isEqualTo(done ? 2 : 3);
        }
    },
    LOGOUT_ALL(Operation.LOGOUT_ALL) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            house.signIn(email);
            return List.of(house.signIn(email).tokens().access().reveal());
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            assertThat(house.liveSessions(email)).isIn(0L, 2L);
            again(house, args);
            assertThat(house.liveSessions(email)).isZero();
            signsIn(house, email, House.PASSWORD);
        }
    },
    DISPATCH(Operation.DISPATCH) {
        @Override
        List<String> prepare(House house, String email) {
            member(house, email);
            House.expect("Sent", house.answer(Operation.REQUEST_CODE, email));
            return List.of();
        }

        @Override
        void recovers(House house, String email, List<String> args) {
            deliverLater(house);
            List<Postbox.Letter> letters = house.postbox.to(email);
            List<Postbox.Letter> codes = letters.subList(1, letters.size());
            assertThat(codes).as("sent, and at most twice").hasSizeBetween(1, 2);
            assertThat(codes).as("with the same code").allMatch(letter -> letter.equals(codes.get(0)));
            House.expect(
                    "SignedIn",
                    house.answer(Operation.VERIFY_CODE, email, codes.get(0).code()));
        }
    };

    static final String NEW_PASSWORD = "walnut-lantern-9021";

    /** Longer than a lease of the outbox lasts. */
    private static final Duration AFTER_THE_LEASE = Duration.ofSeconds(40);

    private final Operation operation;

    CrashFlow(Operation operation) {
        this.operation = operation;
    }

    /** What the call needs; the answer is its arguments. */
    abstract List<String> prepare(House house, String email);

    /** What has to hold once the process is dead and another one goes on. */
    abstract void recovers(House house, String email, List<String> args);

    Operation operation() {
        return operation;
    }

    String again(House house, List<String> args) {
        return house.answer(operation, args.toArray(String[]::new));
    }

    static void deliverLater(House house) {
        Operation.DISPATCH.answer(house.later(AFTER_THE_LEASE), new Operation.Call(0, List.of()));
    }

    static void signsIn(House house, String email, String password) {
        House.expect("SignedIn", house.answer(Operation.LOGIN, email, password));
    }

    static void member(House house, String email) {
        house.registered(email);
        Postbox.Letter letter = house.postbox.lastTo(email);
        House.expect("Proven", house.answer(Operation.CONFIRM, letter.uid(), letter.token(), House.PASSWORD));
    }
}
