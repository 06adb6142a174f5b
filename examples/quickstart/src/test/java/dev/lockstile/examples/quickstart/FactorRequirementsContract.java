package dev.lockstile.examples.quickstart;

import java.util.Map;
import org.junit.jupiter.api.Nested;

/**
 * The attacks on second factors, over HTTP and a real database; lab/proofs/security-requirements.md says which holds
 * which requirement.
 */
abstract class FactorRequirementsContract {

    /** An empty database; each group of attacks asks for one. */
    abstract Map<String, String> database();

    @Nested
    final class Gate extends GateAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class Factors extends FactorAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class Changes extends FactorChangeAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class Links extends LinkAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class OwnPasskeys extends PasskeyAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class SocialTokens extends SocialTokenAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class SocialAdministration extends SocialAdminAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class SocialBrowsers extends SocialBrowserAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }

    @Nested
    final class Secrets extends SecretAttacks {
        @Override
        Map<String, String> database() {
            return FactorRequirementsContract.this.database();
        }
    }
}
