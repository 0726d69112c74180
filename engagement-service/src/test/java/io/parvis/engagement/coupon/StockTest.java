package io.parvis.engagement.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which numbers are free, whatever became of the others. */
class StockTest {

    @Test
    void givesCodesThatNobodySawBeforeThoseThatCameBack() {
        var stock = Stock.EMPTY.add(3).reserve(0).reserve(1).giveBack(0);

        assertThat(stock.next()).hasValue(2);
        assertThat(stock.reserve(2).next()).hasValue(0);
    }

    @Test
    void hasNoneWhereAllAreTaken() {
        assertThat(Stock.EMPTY.add(2).reserve(0).redeem(1, false).next()).isEmpty();
    }

    @Test
    void readsWhatTheLogHas() {
        assertThat(new Stock(2, 1, 0, "YwQA").next()).hasValue(1);
    }

    @Test
    void agreesWithASetOfNumbersOverARandomHistory() {
        var random = new Random(20_261_123L);
        var reserved = new HashSet<Integer>();
        var redeemed = new HashSet<Integer>();
        var stock = Stock.EMPTY.add(200);
        for (int i = 0; i < 5_000; i++) {
            int number = random.nextInt(stock.imported());
            boolean free = !reserved.contains(number) && !redeemed.contains(number);
            switch (random.nextInt(4)) {
                case 0 -> {
                    var next = stock.next();
                    if (next.isPresent()) {
                        assertThat(reserved.add(next.getAsInt())).isTrue();
                        assertThat(redeemed).doesNotContain(next.getAsInt());
                        stock = stock.reserve(next.getAsInt());
                    }
                }
                case 1 -> stock = reserved.remove(number) ? stock.giveBack(number) : stock;
                case 2 -> {
                    boolean held = reserved.remove(number);
                    if (held || free) {
                        redeemed.add(number);
                        stock = stock.redeem(number, held);
                    }
                }
                default -> stock = random.nextInt(20) == 0 ? stock.add(10) : stock;
            }
            assertThat(stock.free()).isEqualTo(stock.imported() - reserved.size() - redeemed.size());
        }
        assertThat(redeemed).hasSizeGreaterThan(100);
    }

    @Test
    void staysSmallWhereFiftyThousandCodesGoInOrder() {
        var stock = Stock.EMPTY.add(Stock.MOST);
        for (int number = 0; number < 2_000; number++) {
            stock = stock.reserve(number);
        }

        assertThat(stock.taken()).hasSizeLessThan(100);
    }

    @Test
    void holdsAllNumbersOfAFullPoolInAnyOrder() {
        var stock = Stock.EMPTY.add(Stock.MOST);
        for (int number = Stock.MOST - 1; number > 0; number -= 7) {
            stock = stock.redeem(number, false);
        }

        assertThat(stock.next()).hasValue(0);
        assertThat(stock.taken()).hasSizeLessThan(9_000);
    }
}
