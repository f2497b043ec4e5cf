package dev.handlens.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Calls to draw from, some more likely than others.
final class Lottery {
    private record Ticket(int upTo, Supplier<KernelCall> call) {}

    private final List<Ticket> tickets = new ArrayList<>();
    private int sum;

    /// Puts a call in.
    ///
    /// @param weight how likely it is, compared with the others
    Lottery add(int weight, Supplier<KernelCall> call) {
        sum += weight;
        tickets.add(new Ticket(sum, call));
        return this;
    }

    /// Draws one.
    KernelCall draw(SplittableRandom random) {
        int number = random.nextInt(sum);
        int low = 0;
        int high = tickets.size() - 1;
        while (low < high) {
            int middle = low + high >>> 1;
            if (number < tickets.get(middle).upTo) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return tickets.get(low).call.get();
    }
}
