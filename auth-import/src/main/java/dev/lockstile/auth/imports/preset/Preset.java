package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.source.Source;

/** What is known about one old system: its tables, what they mean, and how it treated passwords. Holds no state. */
public interface Preset {

    /** The name of the system, as a command line and the ledger have it. */
    String name();

    /** What becomes of accounts that share an e-mail or a phone, unless the operator wants something else. */
    default DuplicatePolicy duplicates() {
        return DuplicatePolicy.RULE;
    }

    /**
     * Finds the system's tables in a source and checks their columns.
     *
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when the tables or columns are not there; the
     *     message says what was looked for and what was found
     */
    PersonSource open(Source source, PersonBuilder.Reading reading);

    /**
     * The same, held to what the mover allows old rows to say: this is what an import reads.
     *
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException as {@link #open} does
     */
    default PersonSource people(Source source, PersonBuilder.Reading reading) {
        PersonSource people =
                TrustedPeople.over(open(source, reading), reading.options().trusted());
        return new ListedRoles(people, reading.options());
    }
}
