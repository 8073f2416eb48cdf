/** The evaluation model of a tender: how it is chosen, explained and tried. */
export default {
  evaluation: {
    lead: "How bids become a ranking. Choose a model, set its numbers and say what the shoulds are worth.",
    models: "Model",
    absolute: "Absolute",
    absoluteText: "A bid's result never depends on other bids.",
    relative: "Relative",
    relativeText:
      "A bid's result depends on the prices of other bids. Needs a simulation that you acknowledge explicitly.",
    recommended: "Recommended",
    numbers: "Numbers of the model",
    worth: "What the shoulds are worth",
    points: "Points",
    pointsUnit: "points",
    parameter: {
      priceWeight: "Points for the best price",
      lower: "Lower price bound",
      upper: "Upper price bound",
      slope: "Slope k",
      minQuality: "Quality floor",
      fixedPriceSek: "Fixed price of the whole contract",
      weightTotal: "Total of all weights",
    },
    hint: {
      priceWeight: "M in the formula.",
      lower: "Where the price earns M points. A lower price earns more.",
      upper: "Where the price earns no points.",
      slope: "1: twice the lowest price earns nothing. 2: one and a half times.",
      minQuality: "Bids with fewer points are rejected.",
      fixedPriceSek: "All bids have the same price; the price sheet has to be empty.",
      weightTotal: "Stated by itself, so that a slip is seen.",
    },
    sekPerPoint: "SEK per point",
    cost: {
      title: "What a point costs",
      same: "A quality point weighs as much as {cost} of price, alike for all bids.",
      lowest: "A quality point weighs as much as {cost} of price, if the lowest bid costs {price}.",
      varies: "The same quality point costs a dear bid more than a cheap one:",
      at: "Price {price}: {cost} per point",
      sek: "A krona of added value weighs as much as a krona of price.",
      none: "No quality can be made up for by price, and no price by quality.",
    },
    simulation: {
      relative: "The model is relative",
      relativeText:
        "What a price is worth is decided by the lowest price of all. A bid that loses, is rejected or is withdrawn can therefore change the winner. How often is tried on {markets} simulated markets; the figure is printed in the evaluation description.",
      absolute: "Tried on simulated markets",
      absoluteText:
        "No losing bid can change the winner. The simulation shows it, and its zero can be printed in the evaluation description.",
      flips: "Leaving out a losing bid changes the winner",
      orders: "Leaving out one bid changes the order of the others",
      ofMarkets: "{count} of {markets} markets",
      made: "Seed {seed}, prices ± {spread}% around the expected one.",
      changed: "The simulation is of an earlier wording of model, weights or shoulds.",
      tick: "I have read the figures. The model is to be used although the order of two bids may depend on other bids, and the figures are printed in the evaluation description.",
      acknowledge: "Acknowledge relative model",
      record: "Include in the evaluation description",
      acknowledged:
        "Acknowledged as the model stands. The figures below are printed in the evaluation description.",
      recorded: "Included in the evaluation description.",
      outdated:
        "Model, weights or shoulds have changed since the acknowledgement. Simulate and acknowledge again.",
      outdatedAbsolute: "The model has changed since the simulation was included. It is no longer printed.",
    },
    tieBreak: "If two bids are equal",
    tieBreakHint: "The rules are tried in order. The lottery decides last.",
    lower: "Lower price bound",
    upper: "Upper price bound",
    toPoints: "Convert into points",
    toSek: "Convert into SEK",
    sameRanking: "The ranking of all possible bids below the ceiling stays the same. Nothing is rounded.",
    convertPoints: "Change to points",
    convertSek: "Change to SEK",
  },
  tieBreak: {
    lower_tender_price: "lower tender price",
    higher_quality: "higher quality",
    lottery: "lottery",
  },
  model: {
    added_value_deduction: "Added value in SEK",
    added_value_deduction_text:
      "Each should is worth a sum that is deducted from the price. The lowest comparison price wins.",
    linear_fixed_bounds: "Points, fixed price bounds",
    linear_fixed_bounds_text: "Price and shoulds earn points by published price bounds. The most points win.",
    threshold_lowest_price: "Quality floor, then lowest price",
    threshold_lowest_price_text: "Of the bids that reach a certain quality, the cheapest wins.",
    lowest_price: "Lowest price",
    lowest_price_text: "Only the price is compared. Whatever has to hold is a must.",
    fixed_price_quality_only: "Fixed price, quality only",
    fixed_price_quality_only_text: "You set the price. The most points for the shoulds win.",
    quality_price_ratio: "Quality per krona",
    quality_price_ratio_text:
      "Quality points over price, for bids that reach a certain quality. The highest wins.",
    linear_from_lowest: "Points, straight line from the lowest price",
    linear_from_lowest_text: "The lowest price earns full points, others by how much dearer they are.",
    inverse_proportional: "Points, lowest price over price",
    inverse_proportional_text: "The lowest price earns full points, one twice as dear half of them.",
    symbols: {
      added_value_deduction:
        "p is the tender price, v what a should is worth in SEK and s the share of the answer, 0 to 1.",
      linear_fixed_bounds:
        "p is the tender price, M = {M} points for price, a = {a} and b = {b} price bounds, w the weight of a should and s the share of the answer, 0 to 1.",
      threshold_lowest_price:
        "p is the tender price, w the weight of a should, s the share of the answer, 0 to 1, and T = {T} the quality floor.",
      lowest_price: "p is the tender price.",
      fixed_price_quality_only:
        "The price is {p} for all. w is the weight of a should and s the share of the answer, 0 to 1.",
      quality_price_ratio:
        "Points per million SEK: p is the tender price, w the weight of a should, s the share of the answer, 0 to 1, and T = {T} the quality floor.",
      linear_from_lowest:
        "p is the tender price and lo the lowest of all, M = {M} points for price, k = {k}, w the weight of a should and s the share of the answer, 0 to 1.",
      inverse_proportional:
        "p is the tender price and lo the lowest of all, M = {M} points for price, w the weight of a should and s the share of the answer, 0 to 1.",
    },
    relativeNote: "Relative model: points for the price depend on the lowest price of all bids.",
    simulated:
      "In {markets} simulated markets (seed {seed}), leaving out a losing bid changed the winner in {flips}%, and leaving out one bid changed the order of the others in {orders}%.",
    tieBreak: "On equal results: {rules}. A missing answer to a should earns 0.",
    example: "Worked example with three invented bids",
    bid: "Bid",
    price: "Price",
    share: "Share of the shoulds",
    deduction: "Deduction",
    qualityPoints: "Points for shoulds",
    comparisonPrice: "Comparison price",
    totalPoints: "Total points",
    comparedPrice: "Price compared",
    ratio: "Points per million SEK",
    belowFloor: "Below the floor",
  },
};

export const faults = {
  parameter_unknown: "The model has no number called {name}.",
  model_not_convertible:
    "Only added value and points with fixed price bounds can be converted into each other.",
  model_unknown: "The model {model} is unknown.",
  model_not_offered: "The model {model} computes in case files but cannot be chosen in a tender.",
  model_for_analysis_only: "{model} is analysis and may never decide a tender.",
  worst_bid_steers: "With {model}, the worst bid steers the result. Blocked ({rule}).",
  price_in_bands: "With price bands, a cheaper bid may tie. Blocked ({rule}).",
  price_without_effect: "On a part of the scale a lower price gains nothing. Unlawful ({rule}).",
  slope_not_positive: "The slope has to be above zero.",
  price_near_zero:
    "The model divides by the price: forbid negative prices, or a bid can come as near to zero as it likes.",
  quality_floor_missing: "The quality floor has to be above zero, or a bid without quality can win.",
  quality_floor_unreachable: "Nobody can reach the quality floor: the shoulds give at most {full} points.",
  quality_floor_low:
    "Poor quality can win: the floor is {percent}% of the points, and a bid there beats the best one at the same share of its price.",
  shoulds_without_effect:
    "The shoulds ({count}) do nothing where only the price counts. Make them musts or take them out.",
  model_without_shoulds: "The model compares quality, but the draft has no shoulds.",
  fixed_price_missing: "State the fixed price.",
  price_rows_beside_fixed_price: "The price is fixed: take the price rows out.",
  fixed_price_above_ceiling: "The fixed price is above the ceiling price.",
  point_cost_varies: "A point costs SEK {lowCost} at a price of SEK {low} but SEK {highCost} at SEK {high}.",
  relative_not_acknowledged: "The model is relative. Simulate it and acknowledge the figures.",
  acknowledgement_outdated:
    "Model, weights or shoulds have changed since the acknowledgement. Simulate and acknowledge again.",
  acknowledgement_not_ticked: "Tick that you have read the figures.",
  simulation_missing: "Simulate first.",
  simulation_outdated: "The draft has changed since the simulation. Simulate again.",
  bounds_not_ascending: "The upper price bound must be higher than the lower.",
  sek_per_point_not_positive: "Say how many SEK a point is worth.",
  conversion_not_exact:
    "What {id} is worth cannot be written exactly in the other model. Choose rounder numbers.",
  bound_malformed: "The price bound is missing or below zero.",
  price_weight_missing: "Price must earn points: give a weight above zero.",
  weights_not_total: "Weights make {sum}, not {total}.",
  added_value_large:
    "The shoulds are worth SEK {added}, more than half the estimated value of SEK {estimated}.",
  tie_break_missing: "There is no tie-break for equal bids.",
  tie_break_repeated: "The same tie-break rule stands twice.",
  lottery_not_last: "The tie-break must end in a lottery: only that always decides.",
};
