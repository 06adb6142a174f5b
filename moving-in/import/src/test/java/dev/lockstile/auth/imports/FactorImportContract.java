package dev.lockstile.auth.imports;

import dev.lockstile.auth.imports.support.JpaHost;
import dev.lockstile.auth.imports.support.SmallDjango;
import org.junit.jupiter.api.Nested;

/** Second factors of django-otp and django-allauth come along, and no account loses one without a report. */
abstract class FactorImportContract {

    abstract JpaHost openHost();

    abstract SmallDjango openSource();

    @Nested
    final class Applications extends TotpImportContract {

        @Override
        JpaHost openHost() {
            return FactorImportContract.this.openHost();
        }

        @Override
        SmallDjango openSource() {
            return FactorImportContract.this.openSource();
        }
    }

    @Nested
    final class LockedAccounts extends LockedAccountImportContract {

        @Override
        JpaHost openHost() {
            return FactorImportContract.this.openHost();
        }

        @Override
        SmallDjango openSource() {
            return FactorImportContract.this.openSource();
        }
    }

    @Nested
    final class RecoveryCodes extends RecoveryCodeImportContract {

        @Override
        JpaHost openHost() {
            return FactorImportContract.this.openHost();
        }

        @Override
        SmallDjango openSource() {
            return FactorImportContract.this.openSource();
        }
    }

    @Nested
    final class Passkeys extends PasskeyImportContract {

        @Override
        JpaHost openHost() {
            return FactorImportContract.this.openHost();
        }

        @Override
        SmallDjango openSource() {
            return FactorImportContract.this.openSource();
        }
    }

    @Nested
    final class Runs extends FactorRunContract {

        @Override
        JpaHost openHost() {
            return FactorImportContract.this.openHost();
        }

        @Override
        SmallDjango openSource() {
            return FactorImportContract.this.openSource();
        }
    }

    @Nested
    final class Rollbacks extends FactorRollbackContract {

        @Override
        JpaHost openHost() {
            return FactorImportContract.this.openHost();
        }

        @Override
        SmallDjango openSource() {
            return FactorImportContract.this.openSource();
        }
    }
}
