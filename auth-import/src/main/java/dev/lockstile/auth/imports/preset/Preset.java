package dev.lockstile.auth.imports.preset;

import dev.lockstile.auth.imports.mapping.PersonBuilder;
import dev.lockstile.auth.imports.source.Source;

/** A known source system: its tables, their meaning and its password handling. Stateless. */
public interface Preset {

    /** {@return the name on the command line and in the ledger} */
    String name();

    /** {@return the default policy for accounts that share an e-mail or a phone} */
    default DuplicatePolicy duplicates() {
        return DuplicatePolicy.RULE;
    }

    /**
     * Finds the system's tables in a source and checks their columns.
     *
     * @param source stays the caller's to close
     * @param reading how rows are read
     * @return what reads the people, while the source is open
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException when tables or columns are missing; the message
     *     says what was looked for and what was found
     */
    PersonSource open(Source source, PersonBuilder.Reading reading);

    /**
     * Opens the source with the operator's restrictions applied; this is what an import reads.
     *
     * @param source stays the caller's to close
     * @param reading how rows are read
     * @return what reads the people, while the source is open
     * @throws dev.lockstile.auth.imports.source.SourceUnusableException as {@link #open} does
     */
    default PersonSource people(Source source, PersonBuilder.Reading reading) {
        PersonSource people =
                TrustedPeople.over(open(source, reading), reading.options().trusted());
        return new ListedRoles(people, reading.options());
    }
}
