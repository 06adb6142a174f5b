package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.apikey.ApiKey;
import java.util.List;

/** Acts of administrators and of owners of keys in the crash matrix. */
enum CrashAct implements CrashCase {
    MERGE(Operation.MERGE) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            CrashFlow.member(fixture, email);
            fixture.signIn(email);
            fixture.admins().key(email);
            String stays = fixture.member();
            fixture.signIn(stays);
            return List.of(fixture.admins().token(), fixture.id(email), fixture.id(stays));
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            String stays = args.get(2);
            boolean done = profiles(fixture, stays) == 2;
            assertThat(fixture.admins().entries(args.get(1), "deleted (merged into user " + stays + "%"))
                    .isLessThanOrEqualTo(done ? 1 : 0);
            ProofFixture.expect(done ? "Refused" : "Merge", again(fixture, args));
            assertThat(profiles(fixture, stays)).isEqualTo(2);
            assertThat(fixture.number(
                            "select count(*) from auth_session where ended_at is null and user_id = " + stays))
                    .isZero();
            ProofFixture.expect("Refused", fixture.answer(Operation.LOGIN, email, ProofFixture.PASSWORD));
        }

        private long profiles(ProofFixture fixture, String user) {
            return fixture.number("select count(*) from auth_profile where deleted_at is null and user_id = " + user);
        }
    },
    EDIT(Operation.EDIT) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            CrashFlow.member(fixture, email);
            return List.of(fixture.admins().token(), fixture.id(email), "Bea");
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            assertThat(name(fixture, args)).isIn("Ana Ruiz", "Bea Bea");
            long told = fixture.admins().entries(args.get(1), "edited%");
            assertThat(told).isLessThanOrEqualTo(name(fixture, args).equals("Bea Bea") ? 1 : 0);
            again(fixture, args);
            assertThat(name(fixture, args)).isEqualTo("Bea Bea");
        }

        private String name(ProofFixture fixture, List<String> args) {
            return fixture.text(
                    "select first_name || ' ' || last_name_1 from auth_profile where user_id = " + args.get(1));
        }
    },
    INVITE(Operation.INVITE) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            return List.of(fixture.admins().token(), email);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            String again = again(fixture, args);
            assertThat(again).isIn("UserInfo", "Refused");
            long sent = fixture.number(
                    "select count(*) from auth_otp_code where purpose = 'INVITATION' and email = ?", email);
            if (sent == 0) {
                ProofFixture.expect(
                        "DONE",
                        fixture.answer(Operation.INVITE_AGAIN, fixture.admins().token(), fixture.id(email)));
            }
            CrashFlow.deliverLater(fixture);
            MessageInbox.Letter link = fixture.postbox.lastTo(email);
            ProofFixture.expect(
                    "PasswordSet", fixture.answer(Operation.RESET, link.uid(), link.token(), CrashFlow.NEW_PASSWORD));
            CrashFlow.signsIn(fixture, email, CrashFlow.NEW_PASSWORD);
        }
    },
    USE_INVITATION(Operation.RESET) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            MessageInbox.Letter link = fixture.admins().invited(email);
            return List.of(link.uid(), link.token(), CrashFlow.NEW_PASSWORD);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            boolean set = fixture.number(
                            "select count(*) from auth_user where email = ? and password_hash is not null", email)
                    == 1;
            ProofFixture.expect(set ? "Refused" : "PasswordSet", again(fixture, args));
            CrashFlow.signsIn(fixture, email, CrashFlow.NEW_PASSWORD);
            ProofFixture.expect(
                    "UNCHANGED",
                    fixture.answer(Operation.REVOKE_INVITATION, fixture.admins().token(), fixture.id(email)));
        }
    },
    MAKE_KEY(Operation.MAKE_KEY) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            CrashFlow.member(fixture, email);
            return List.of(fixture.token(email), "nightly");
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            long before = keys(fixture, email);
            assertThat(before).isLessThanOrEqualTo(1);
            ProofFixture.expect("Issued", again(fixture, args));
            assertThat(keys(fixture, email)).isEqualTo(before + 1);
        }

        private long keys(ProofFixture fixture, String email) {
            return fixture.number("select count(*) from auth_api_key where user_id = " + fixture.id(email));
        }
    },
    USE_KEY(Operation.USE_KEY) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            CrashFlow.member(fixture, email);
            return List.of(fixture.admins().key(email).secret().reveal());
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            ProofFixture.expect("Caller", again(fixture, args));
        }
    },
    REVOKE_KEY(Operation.REVOKE_KEY) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            CrashFlow.member(fixture, email);
            ApiKey.Issued made = fixture.admins().key(email);
            return List.of(fixture.token(email), made.key().id(), made.secret().reveal());
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            boolean ended = fixture.number(
                            "select count(*) from auth_api_key where ended_at is not null and key_id = ?", args.get(1))
                    == 1;
            ProofFixture.expect(ended ? "Refused" : "Caller", fixture.answer(Operation.USE_KEY, args.get(2)));
            again(fixture, args);
            ProofFixture.expect("Refused", fixture.answer(Operation.USE_KEY, args.get(2)));
        }
    },
    BEGIN_ACTING(Operation.BEGIN_ACTING) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            CrashFlow.member(fixture, email);
            return List.of(fixture.admins().token(), fixture.id(email));
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            long open = fixture.liveSessions(email);
            assertThat(open).isLessThanOrEqualTo(1);
            assertThat(fixture.admins().entries(args.get(1), "began%")).isLessThanOrEqualTo(open);
            ProofFixture.expect("Acting", again(fixture, args));
            fixture.answer(Operation.LOGOUT_ALL, fixture.token(email));
            assertThat(fixture.liveSessions(email)).isZero();
        }
    },
    END_ACTING(Operation.LOGOUT) {
        @Override
        public List<String> prepare(ProofFixture fixture, String email) {
            CrashFlow.member(fixture, email);
            String root = fixture.admins().token();
            return List.of(fixture.admins().acting(root, email), root);
        }

        @Override
        public void recovers(ProofFixture fixture, String email, List<String> args) {
            boolean ended = fixture.liveSessions(email) == 0;
            ProofFixture.expect(ended ? "Refused" : "AccountInfo", fixture.answer(Operation.SHOW_ACCOUNT, args.get(0)));
            again(fixture, args);
            ProofFixture.expect("Refused", fixture.answer(Operation.SHOW_ACCOUNT, args.get(0)));
            ProofFixture.expect("AccountInfo", fixture.answer(Operation.SHOW_ACCOUNT, args.get(1)));
        }
    };

    private final Operation operation;

    CrashAct(Operation operation) {
        this.operation = operation;
    }

    @Override
    public Operation operation() {
        return operation;
    }
}
