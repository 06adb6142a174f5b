package dev.lockstile.auth.imports.mongodb;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import dev.lockstile.auth.cutover.writeback.LegacySystem.Delivery;
import java.util.Set;

/** Tells why the server did not write a document. */
final class WriteRefusals {

    /** A document over 16 MB, and one that the collection's own rules refuse. */
    private static final Set<Integer> UNFIT = Set.of(10_334, 17_419, 121);

    private WriteRefusals() {}

    static boolean isDuplicate(MongoWriteException e) {
        return e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /**
     * Codes and nothing else: the server's text may quote the document.
     *
     * @throws IllegalStateException for an error that says nothing about the document
     */
    static Delivery of(MongoWriteException e) {
        if (isDuplicate(e)) {
            return new Delivery.Refused("refused_by_a_constraint");
        }
        if (UNFIT.contains(e.getError().getCode())) {
            return new Delivery.Refused("does_not_fit");
        }
        throw new IllegalStateException("error " + e.getError().getCode());
    }
}
