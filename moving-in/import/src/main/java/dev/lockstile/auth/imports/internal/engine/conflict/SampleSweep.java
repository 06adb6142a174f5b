package dev.lockstile.auth.imports.internal.engine.conflict;

import dev.lockstile.auth.imports.internal.ShortDigest;
import dev.lockstile.auth.imports.internal.draft.Origin;
import dev.lockstile.auth.imports.internal.draft.UserDraft;
import dev.lockstile.auth.imports.mapping.ImportSample;
import dev.lockstile.auth.imports.source.SourceUnusableException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses the people of a sample in one pass over the source, in the order of its tables and keys. Each pass needs a
 * new instance. For one thread.
 */
public final class SampleSweep {

    private static final long MILLION = 1_000_000;

    private final ImportSample sample;
    private final Set<String> missing = new TreeSet<>();
    private long taken;

    public SampleSweep(ImportSample sample) {
        this.sample = sample;
        if (sample.only() != null) {
            missing.addAll(sample.only());
        }
    }

    /** Returns true when the row is in the sample. To be called once for each row, in the order of the source. */
    public boolean takes(UserDraft user) {
        if (sample.isWhole()) {
            return true;
        }
        Origin origin = user.origin();
        boolean chosen = isListed(origin) && isInShare(origin) && taken < sample.limit();
        taken += chosen ? 1 : 0;
        return chosen;
    }

    /**
     * Refuses a list with ids that no row has.
     *
     * @throws SourceUnusableException with the number of these ids, and one of them
     */
    public void requireFound() {
        if (!missing.isEmpty()) {
            throw new SourceUnusableException(
                    missing.size() + " id(s) of the list of people to take are not in the source," + " such as "
                            + missing.iterator().next() + ": correct the list");
        }
    }

    private boolean isListed(Origin origin) {
        Set<String> only = sample.only();
        if (only == null) {
            return true;
        }
        String id = origin.legacyId();
        String whole = origin.entity().text() + ':' + id;
        missing.remove(id);
        missing.remove(whole);
        return only.contains(id) || only.contains(whole);
    }

    /** Decides by a digest of the id alone, so that each run takes the same rows. */
    private boolean isInShare(Origin origin) {
        return Math.floorMod(ShortDigest.of("sample|" + origin.legacyId()).high(), MILLION) < sample.perMillion();
    }
}
