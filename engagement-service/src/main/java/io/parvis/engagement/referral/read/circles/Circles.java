package io.parvis.engagement.referral.read.circles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a campaign has spread.
 *
 * @param participants whoever took part in it, registered through a link to it, or has a link to share
 * @param referred how many of them came through somebody
 * @param kFactor referred ÷ participants, four decimals: how many people a participant brought on average; below 1
 *     always, since each came through one at most, and the nearer to 1 the fewer came from the brand itself
 * @param converted how many of the participants became customers after their first touch
 * @param circles every depth, from 0: who came from the brand itself
 */
@Schema(name = "Circles")
record Circles(
        String campaignId, long participants, long referred, BigDecimal kFactor, long converted, List<Circle> circles) {

    private static final int DECIMALS = 4;

    /**
     * @param depth how many hand-overs away from the brand
     * @param conversionRate converted ÷ members, four decimals
     */
    @Schema(name = "Circle")
    record Circle(int depth, long members, long converted, BigDecimal conversionRate) {

        Circle(int depth, long members, long converted) {
            this(depth, members, converted, share(converted, members));
        }
    }

    static Circles of(String campaignId, List<Circle> circles) {
        var all = circles.stream().mapToLong(Circle::members).sum();
        var referred = circles.stream()
                .filter(circle -> circle.depth() > 0)
                .mapToLong(Circle::members)
                .sum();
        var converted = circles.stream().mapToLong(Circle::converted).sum();
        return new Circles(campaignId, all, referred, share(referred, all), converted, circles);
    }

    private static BigDecimal share(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
