package dev.lockstile.auth.testkit.http;

import org.junit.jupiter.api.Nested;

/**
 * The attack suite, run by a host against its own entities, settings and endpoints: equal answers for known and unknown
 * people, budgets of attempts, codes and links that work once, reuse of refresh tokens, account status, kinds of
 * tokens, headers, silence of the log, what is another account's (every endpoint that needs a token), and fields of the
 * host's entities planted in every body (every endpoint). The two tables are held against the OpenAPI document, so that
 * an endpoint without a row fails.
 *
 * <pre>{@code
 * class MyAttacksTest extends AuthContract {
 *     @Override protected HostUnderTest open() { ... }
 * }
 * }</pre>
 */
public abstract class AuthContract {

    /** For those who extend it. */
    protected AuthContract() {}

    /** {@return the host on an empty database; called before every test, and more than once by some} */
    protected abstract HostUnderTest open();

    @Nested
    final class EqualAnswers extends EqualAnswersContract {
        @Override
        HostUnderTest host() {
            return open();
        }
    }

    @Nested
    final class SecretsOnce extends SecretsContract {
        @Override
        HostUnderTest host() {
            return open();
        }
    }

    @Nested
    final class AccountStatusAndTokens extends AccountStatusAttackContract {
        @Override
        HostUnderTest host() {
            return open();
        }
    }

    @Nested
    final class LoginLinks extends LoginLinkAttackContract {
        @Override
        HostUnderTest host() {
            return open();
        }
    }

    @Nested
    final class Strangers extends CrossAccountContract {
        @Override
        HostUnderTest host() {
            return open();
        }
    }

    @Nested
    final class PlantedFields extends PlantedFieldsContract {
        @Override
        HostUnderTest host() {
            return open();
        }
    }
}
