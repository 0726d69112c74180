package io.parvis.engagement.contest.read.winners;

import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "winner")
class WinnerView {

    @Id
    String winnerId;

    String contestId;
    int rank;
    int prize;
    String state;

    @Nullable
    String fanId;

    @Nullable
    String entryId;

    @Nullable
    Instant claimBy;

    protected WinnerView() {}

    WinnerView(ContestDrawn event, ContestDrawn.Winner winner) {
        this.winnerId = id(event.contestId().value(), winner.rank());
        this.contestId = event.contestId().value();
        this.rank = winner.rank();
        this.prize = winner.prize();
        this.state = "drawn";
        this.fanId = winner.fanId().value();
        this.entryId = winner.entryId().value();
        this.claimBy = event.claimBy();
    }

    WinnerView(InstantPrizeWon event) {
        this.winnerId = id(event.contestId().value(), event.rank());
        this.contestId = event.contestId().value();
        this.rank = event.rank();
        this.prize = event.prize();
        this.state = "won";
        this.fanId = event.fanId().value();
        this.entryId = event.entryId().value();
        this.claimBy = event.claimBy();
    }

    static String id(String contestId, int rank) {
        return contestId + "/" + rank;
    }

    void claim() {
        state = "claimed";
    }

    void redraw(PrizeRedrawn event) {
        var to = event.to();
        state = to == null ? "unassigned" : "drawn";
        fanId = to == null ? null : to.fanId().value();
        entryId = to == null ? null : to.entryId().value();
        claimBy = event.claimBy();
    }

    Winner toWinner() {
        return new Winner(rank, prize, state, fanId, entryId, claimBy);
    }
}
