package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.source.Source;

/** A known source system: its tables, their meaning and its password handling. Stateless. */
public interface Preset {

    /** Returns the name on the command line and in the ledger. */
    String name();

    /** Returns the default policy for accounts that share an e-mail or a phone. */
    default DuplicatePolicy duplicates() {
        return DuplicatePolicy.RULE;
    }

    /**
     * Finds the system's tables in a source and checks their columns.
     *
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when tables or columns are missing; the message
     *     says what was looked for and what was found
     */
    PersonSource open(Source source, PersonBuilder.Reading reading);

    /**
     * Opens the source with the operator's restrictions applied; this is what an import reads.
     *
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException as {@link #open} does
     */
    default PersonSource people(Source source, PersonBuilder.Reading reading) {
        PersonSource people =
                TrustedPeople.over(open(source, reading), reading.options().trusted());
        return new ListedRoles(people, reading.options());
    }
}
