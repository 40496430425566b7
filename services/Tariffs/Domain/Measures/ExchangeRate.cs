using GeoGraph.Core;

namespace GeoGraph.Tariffs;

/// <summary>A customs exchange rate for a time.</summary>
/// <param name="Id">The id.</param>
/// <param name="FromCurrency">ISO 4217 code of one unit.</param>
/// <param name="ToCurrency">ISO 4217 code of what the unit is worth.</param>
/// <param name="Rate">What one unit is worth; more than 0.</param>
/// <param name="Valid">When customs uses it.</param>
internal sealed record ExchangeRate(string Id, string FromCurrency, string ToCurrency, decimal Rate, ValidPeriod Valid);
