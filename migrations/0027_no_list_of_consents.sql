-- A list that no field of a record is chosen from: what stands in it can be seen nowhere.
DELETE FROM banhang.pick_item WHERE list_key = 'channel_consent';
