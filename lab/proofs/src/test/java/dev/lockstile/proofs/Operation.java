package dev.lockstile.proofs;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.PasskeyLogin;
import dev.lockstile.auth.factor.SecondFactorLogin;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Person;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.ClientInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** What a node is told to do, with textual arguments. {@code %n} in an argument stands for the number of the thread. */
enum Operation {
    /** E-mail, user name, password. */
    REGISTER {
        @Override
        Object run(Auth auth, Call call) {
            return auth.registrations()
                    .register(new Registration(
                            new Registration.Identifiers(call.arg(0), null, call.arg(1)),
                            Secret.of(call.arg(2)),
                            new Person("Ana", "Ruiz", null, null, null),
                            true,
                            new Registration.RegistrationClient("en", call.address())));
        }
    },
    /** Uid and token of a link, and the password of the registration where it is to stay. */
    CONFIRM {
        @Override
        Object run(Auth auth, Call call) {
            Secret password = call.args().size() > 2 ? Secret.of(call.arg(2)) : null;
            LinkProof link = new LinkProof(call.arg(0), Secret.of(call.arg(1)));
            return auth.registrations().confirmEmail(EmailConfirmation.of(link).withPassword(password));
        }
    },
    /** Login and password. */
    LOGIN {
        @Override
        Object run(Auth auth, Call call) {
            return auth.login().signIn(new PasswordLogin.Request(call.arg(0), Secret.of(call.arg(1)), call.client()));
        }
    },
    /** E-mail. */
    REQUEST_CODE {
        @Override
        Object run(Auth auth, Call call) {
            return auth.codes()
                    .request(new CodeLogin.Request(CodeIdentifier.email(call.arg(0)), Channel.EMAIL, call.address()));
        }
    },
    /** E-mail and code. */
    VERIFY_CODE {
        @Override
        Object run(Auth auth, Call call) {
            return auth.codes()
                    .verify(new CodeLogin.Attempt(
                            CodeIdentifier.email(call.arg(0)), null, Secret.of(call.arg(1)), call.client()));
        }
    },
    /** Refresh token. */
    REFRESH {
        @Override
        Object run(Auth auth, Call call) {
            return auth.sessions().refresh(Secret.of(call.arg(0)));
        }
    },
    /** E-mail. */
    REQUEST_RESET {
        @Override
        Object run(Auth auth, Call call) {
            return auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, call.arg(0), call.address()));
        }
    },
    /** Uid, token, new password. */
    RESET {
        @Override
        Object run(Auth auth, Call call) {
            return auth.passwords()
                    .confirmReset(new LinkProof(call.arg(0), Secret.of(call.arg(1))), Secret.of(call.arg(2)));
        }
    },
    /** Access token, old password, new password. */
    CHANGE_PASSWORD {
        @Override
        Object run(Auth auth, Call call) {
            Caller caller = auth.sessions().authenticate(call.arg(0)).orElseThrow();
            return auth.passwords().change(caller, Secret.of(call.arg(1)), Secret.of(call.arg(2)));
        }
    },
    /** Access token. */
    LOGOUT_ALL {
        @Override
        Object run(Auth auth, Call call) {
            auth.sessions().logoutAll(auth.sessions().authenticate(call.arg(0)).orElseThrow());
            return "Done";
        }
    },
    /** Code of an application, and a challenge for each thread. */
    SHOW_TOTP {
        @Override
        Object run(Auth auth, Call call) {
            return show(auth, call, new FactorProof.Totp(Secret.of(call.arg(0))));
        }
    },
    /** Recovery code, and a challenge for each thread. */
    SHOW_RECOVERY_CODE {
        @Override
        Object run(Auth auth, Call call) {
            return show(auth, call, new FactorProof.RecoveryCode(Secret.of(call.arg(0))));
        }
    },
    /** Ceremony and credential. */
    SHOW_PASSKEY {
        @Override
        Object run(Auth auth, Call call) {
            FactorProof.Passkey shown = new FactorProof.Passkey(call.arg(0), call.arg(1));
            return auth.passkeyLogin().finish(new PasskeyLogin.Attempt(shown, call.client()));
        }
    },
    /** Request and token of a link to sign in with. */
    FOLLOW_LINK {
        @Override
        Object run(Auth auth, Call call) {
            LinkLogin.Attempt.Proof token = new LinkLogin.Attempt.Proof.Token(Secret.of(call.arg(1)));
            return auth.linkLogin().confirm(new LinkLogin.Attempt(call.arg(0), token, call.client()));
        }
    },
    /** Access token of a superuser, the account that ends, the one that stays. */
    MERGE(AdminActs::merge),
    /** Access token of a superuser, account, given name. */
    EDIT(AdminActs::edit),
    /** Access token of a superuser, e-mail. */
    INVITE(AdminActs::invite),
    /** Access token of a superuser, account. */
    INVITE_AGAIN(AdminActs::inviteAgain),
    /** Access token of a superuser, account. */
    REVOKE_INVITATION(AdminActs::revokeInvitation),
    /** Access token, name of the key. */
    MAKE_KEY(AdminActs::makeKey),
    /** API key. */
    USE_KEY((auth, call) -> auth.apiKeys().authenticate(call.arg(0))),
    /** Access token, id of the key. */
    REVOKE_KEY(AdminActs::revokeKey),
    /** Access token of a superuser, account. */
    BEGIN_ACTING(AdminActs::beginActing),
    /** Access token. */
    SHOW_ACCOUNT((auth, call) -> auth.ownAccount().me(AdminActs.caller(auth, call))),
    /** Access token. */
    LOGOUT {
        @Override
        Object run(Auth auth, Call call) {
            auth.sessions().logout(AdminActs.caller(auth, call));
            return "Done";
        }
    },
    /** Sends what is due. */
    DISPATCH {
        @Override
        Object run(Auth auth, Call call) {
            while (auth.messages().dispatchDue() > 0) {
                // until nothing is due
            }
            return "Done";
        }
    };

    /** The answers of calls that are done. */
    static final Set<String> SUCCESSES = Set.of(
            "Accepted",
            "Proven",
            "SignIn",
            "Sent",
            "TokenPair",
            "PasswordSet",
            "Boolean",
            "Done",
            "Merge",
            "DONE",
            "UserInfo",
            "Issued",
            "Caller",
            "Acting");

    private final BiFunction<Auth, Call, Object> work;

    Operation() {
        this(null);
    }

    Operation(BiFunction<Auth, Call, Object> work) {
        this.work = work;
    }

    Object run(Auth auth, Call call) {
        return Objects.requireNonNull(work).apply(auth, call);
    }

    private static Object show(Auth auth, Call call, FactorProof proof) {
        Secret challenge = Secret.of(call.arg(1 + call.number()));
        return auth.secondFactorLogin().finish(new SecondFactorLogin.Attempt(challenge, proof, call.client(), false));
    }

    /**
     * The answer by its simple name: that of the value of a call that is done, of another result, or of what was
     * thrown.
     */
    String answer(Auth auth, Call call) {
        try {
            Object result = run(auth, call);
            return told(result);
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** What a result is called. */
    static String told(Object result) {
        if (result instanceof String text) {
            return text;
        }
        if (result instanceof Enum<?> word) {
            return word.name();
        }
        Object told = result instanceof Outcome.Done<?> done ? done.value() : result;
        return told.getClass().getSimpleName();
    }

    /** One call: the number of its thread over all nodes, and the arguments. */
    record Call(int number, List<String> args) {

        String arg(int index) {
            return args.get(index).replace("%n", Integer.toString(number));
        }

        /** Every thread calls from an address of its own, so that limits per address do not come in between. */
        String address() {
            return "198.51." + (100 + number / 200) + "." + (1 + number % 200);
        }

        ClientInfo client() {
            return ClientInfo.web(address());
        }
    }
}
