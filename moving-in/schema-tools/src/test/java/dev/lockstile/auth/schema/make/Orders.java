package dev.lockstile.auth.schema.make;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;

/** A table of orders from release to release. */
final class Orders {

    private Orders() {}

    @Entity(name = "Orders")
    @Table(name = "orders", indexes = @Index(name = "ix_orders_note", columnList = "note"))
    static class First {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20, nullable = false)
        String code;

        @Column(length = 100, nullable = false)
        String note;

        @Column(name = "old_flag")
        Boolean oldFlag;

        Integer qty;
    }

    /** {@code note} is {@code remark} now, and a number and a text are new. */
    @Entity(name = "Orders")
    @Table(name = "orders", indexes = @Index(name = "ix_orders_remark", columnList = "remark"))
    static class Renamed {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20, nullable = false)
        String code;

        @Column(length = 100, nullable = false)
        String remark;

        @Column(name = "old_flag")
        Boolean oldFlag;

        Integer qty;

        Integer weight;

        @Column(length = 40)
        String place;
    }

    /** {@code old_flag} is gone, and {@code qty} is mandatory. */
    @Entity(name = "Orders")
    @Table(name = "orders")
    static class Contracted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20, nullable = false)
        String code;

        @Column(length = 100, nullable = false)
        String note;

        @Column(nullable = false)
        Integer qty;
    }

    @Entity(name = "Orders")
    @Table(name = "purchases")
    static class Moved {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(length = 20, nullable = false)
        String code;

        @Column(length = 100, nullable = false)
        String note;

        @Column(name = "old_flag")
        Boolean oldFlag;

        Integer qty;

        Integer weight;
    }
}
