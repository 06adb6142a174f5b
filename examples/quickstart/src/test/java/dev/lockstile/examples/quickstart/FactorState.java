package dev.lockstile.examples.quickstart;

/** A user's second factor, and the owner of the browser. */
enum FactorState {
    NONE {
        @Override
        void of(SignInPerson person) {
            // a password and an address
        }
    },
    /** Begun and not confirmed. */
    PENDING {
        @Override
        void of(SignInPerson person) {
            person.beginTotp();
        }
    },
    TOTP {
        @Override
        void of(SignInPerson person) {
            person.addTotp();
        }
    },
    PASSKEY {
        @Override
        void of(SignInPerson person) {
            person.addPasskey();
        }
    },
    /** The application cannot be verified any more: its recovery codes are all there is. */
    CODES {
        @Override
        void of(SignInPerson person) {
            person.addTotp();
            person.loseTotp();
        }
    },
    /** The host wants a factor, and there is none. */
    REQUIRED {
        @Override
        void of(SignInPerson person) {
            person.mustHaveFactor();
        }
    },
    TRUSTED {
        @Override
        void of(SignInPerson person) {
            person.addTotp();
            person.trustBrowser();
        }
    },
    EXPIRED {
        @Override
        void of(SignInPerson person) {
            person.addTotp();
            person.trustBrowser();
            person.waitForTrustToEnd();
        }
    },
    /** In a browser that another account trusts. */
    OTHERS {
        @Override
        void of(SignInPerson person) {
            person.addTotp();
            person.borrowBrowser();
        }
    };

    abstract void of(SignInPerson person);
}
