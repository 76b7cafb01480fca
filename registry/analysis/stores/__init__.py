"""Where stores, agents or blocks were randomised: methods that count those, not their customers."""
