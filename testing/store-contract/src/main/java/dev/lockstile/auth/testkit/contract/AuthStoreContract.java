package dev.lockstile.auth.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * The contract of every store.
 *
 * <pre>{@code
 * class MyStoreTest extends AuthStoreContract {
 *     @Override protected StoreUnderTest open() { ... }
 * }
 * }</pre>
 *
 * <p>A store that can be the target of an import keeps {@link ImportStoreContract}, which has these cases and more.
 *
 * <p>Each test asks for a store without rows. The keys may be of any type. Contested verbs are tried with up to 50
 * threads: a store with a bounded pool of connections lets them wait for their turn.
 */
public abstract class AuthStoreContract {

    /** For those who extend it. */
    protected AuthStoreContract() {}

    /** {@return a store without any rows; called before every test} */
    protected abstract StoreUnderTest open();

    @Nested
    final class Transactions extends TransactionContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Users extends UserStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class UserKeys extends UserKeyContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class UnprovenKeys extends UnprovenKeyContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Passwords extends PasswordContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class FormerPasswords extends FormerPasswordStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Deletion extends DeletionContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Restoring extends RestoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Profiles extends ProfileStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class OwnChanges extends UserUpdateContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class HostColumns extends HostColumnContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Devices extends DeviceStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Codes extends CodeStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class CodeContests extends CodeRaceContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class SessionsOfUsers extends SessionStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class EndsOfSessions extends SessionEndContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class SessionContests extends SessionRaceContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class OutboxReports extends OutboxReportContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Outbox extends OutboxStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Throttles extends ThrottleStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class ReturnedPermits extends ReturnedPermitContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Upkeep extends PhoneUpkeepContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Ledgers extends LegacyLinkContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class RecentOrigins extends RecentOriginsContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Passkeys extends PasskeyStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class ApiKeys extends ApiKeyStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class SocialAccounts extends SocialStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class SocialAccountStatus extends SocialStatusContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class SecondFactors extends FactorStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }

    @Nested
    final class Challenges extends ChallengeStoreContract {
        @Override
        protected StoreUnderTest open() {
            return AuthStoreContract.this.open();
        }
    }
}
