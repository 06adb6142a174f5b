package dev.lockstile.auth.imports.mongodb;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.function.Supplier;

/** Tells what became of a question to MongoDB. */
final class MongoTrouble {

    private MongoTrouble() {}

    /** What the driver says may quote documents or the address, so that only the kind of trouble is told. */
    static <R> R asked(String description, Supplier<R> question) {
        try {
            return question.get();
        } catch (MongoSecurityException e) {
            throw new SourceUnusableException(description + " refused the user or the password");
        } catch (MongoTimeoutException | MongoSocketReadTimeoutException e) {
            throw new SourceUnusableException("no server answers at " + description);
        } catch (MongoException e) {
            throw new SourceUnusableException("cannot read " + description + " (error " + e.getCode() + ", "
                    + e.getClass().getSimpleName() + ")");
        }
    }
}
