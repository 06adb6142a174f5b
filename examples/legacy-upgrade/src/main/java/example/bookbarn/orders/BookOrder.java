package example.bookbarn.orders;

import example.bookbarn.members.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order, as in release 1; it points at the member's row, which stayed where it was. */
@Entity
@Table(name = "book_order", indexes = @Index(name = "ix_book_order_member", columnList = "member_id"))
public class BookOrder {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "member_id", nullable = false)
    private @Nullable Member member;

    @Column(name = "title", length = 200, nullable = false)
    private String title = "";

    @Column(name = "ordered_at", nullable = false)
    private @Nullable Instant orderedAt;

    public @Nullable Long getId() {
        return id;
    }

    public @Nullable Member getMember() {
        return member;
    }

    public String getTitle() {
        return title;
    }

    public @Nullable Instant getOrderedAt() {
        return orderedAt;
    }
}
