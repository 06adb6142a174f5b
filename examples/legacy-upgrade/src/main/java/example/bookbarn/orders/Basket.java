package example.bookbarn.orders;

import dev.lockstile.shims.FormerlyKnownAs;
import java.io.Serial;
import java.io.Serializable;

/**
 * A basket in a web session. Until release 3 it was another package's, and sessions of then are still read.
 */
@FormerlyKnownAs("example.bookbarn.shop.Basket")
public final class Basket implements Serializable {

    @Serial
    private static final long serialVersionUID = 7L;

    private final String title;
    private final int copies;

    public Basket(String title, int copies) {
        this.title = title;
        this.copies = copies;
    }

    public String title() {
        return title;
    }

    public int copies() {
        return copies;
    }
}
